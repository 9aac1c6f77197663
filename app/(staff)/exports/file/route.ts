import { Readable } from "node:stream";
import { authorise, refuseForeignOrigin } from "@/lib/auth/gate";
import { takeNow } from "@/lib/exports/files/queries";
import { listCalled } from "@/lib/exports/lists/queries";
import { AskExport, ExportAddress } from "@/lib/exports/schema";
import { fileAnswer } from "@/lib/file-answer";
import { Refusal } from "@/lib/refusal";

/** A short list as a file. A form posts here, because taking a list out is an act of its own and stands in the log. */
export async function POST(request: Request): Promise<Response> {
  await refuseForeignOrigin();
  const viewer = await authorise("exports.view");
  const form = Object.fromEntries(await request.formData());
  const { of } = ExportAddress.parse({ of: form.list });
  const list = listCalled(viewer, of);
  const permit = await authorise(list.verb);
  const query = typeof form.query === "string" ? form.query.slice(0, 2_000) : "";
  const input = AskExport.safeParse(form);
  if (!input.success) return back(of, query, "reason");
  try {
    const file = await takeNow(permit, list, input.data);

    return fileAnswer(Readable.toWeb(file.stream) as ReadableStream, file.name);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;

    return back(of, query, fault.field === "ownSecret" ? "proof" : (fault.field ?? "long"));
  }
}

function back(of: string, query: string, refused: string): Response {
  const address = new URLSearchParams([...new URLSearchParams(query), ["of", of], ["refused", refused]]);

  return new Response(null, { status: 303, headers: { Location: `/exports/new?${address.toString()}` } });
}
