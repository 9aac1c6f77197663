import { Readable } from "node:stream";
import { notFound } from "next/navigation";
import { authorise, refuseForeignOrigin } from "@/lib/auth/gate";
import { takeApproved } from "@/lib/exports/files/queries";
import { listCalled } from "@/lib/exports/lists/queries";
import { findRequest } from "@/lib/exports/queries";
import { TakeExport } from "@/lib/exports/schema";
import { fileAnswer } from "@/lib/file-answer";
import { Refusal } from "@/lib/refusal";

/** The file of an approved request, once. By POST: a browser that looks ahead must not use it up. */
export async function POST(_request: Request, { params }: RouteContext<"/exports/[id]/file">): Promise<Response> {
  await refuseForeignOrigin();
  const viewer = await authorise("exports.view");
  const given = TakeExport.safeParse(await params);
  if (!given.success) notFound();
  const list = listCalled(viewer, await findRequest(viewer, given.data.id));
  const permit = await authorise(list.verb);
  try {
    const file = await takeApproved(permit, list, given.data.id);

    return fileAnswer(Readable.toWeb(file.stream) as ReadableStream, file.name);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;

    return new Response(null, { status: 303, headers: { Location: "/exports?refused=1" } });
  }
}
