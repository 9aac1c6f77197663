import { notFound } from "next/navigation";
import { z } from "zod";
import { authorise } from "@/lib/auth/gate";
import { readAttachment } from "@/lib/cases/attachments/queries";

/** An uploaded file, to be saved and never shown by the browser. Its own content policy (proxy.ts) lets nothing in it run. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const permit = await authorise("cases.viewAttachments");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { name, mime, bytes } = await readAttachment(permit, id.data);
  const ascii = name.replace(/[^\w.-]/g, "_");

  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
      "Content-Length": String(bytes.length),
    },
  });
}
