import { notFound } from "next/navigation";
import { z } from "zod";
import { authorise } from "@/lib/auth/gate";
import { readAttachment } from "@/lib/cases/attachments/queries";
import { fileAnswer } from "@/lib/file-answer";

/** An uploaded file, to be saved and never shown by the browser. Its own content policy (proxy.ts) lets nothing in it run. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const permit = await authorise("cases.viewAttachments");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { name, mime, bytes } = await readAttachment(permit, id.data);
  const answer = fileAnswer(new Uint8Array(bytes), name, { type: mime });
  answer.headers.set("Content-Length", String(bytes.length));
  // Beside proxy.ts: a PDF is screened and not written anew, so whatever opens it has nothing to load and nobody to be.
  answer.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");

  return answer;
}
