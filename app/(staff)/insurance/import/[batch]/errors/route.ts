import { Readable } from "node:stream";
import { authorise } from "@/lib/auth/gate";
import { fileAnswer } from "@/lib/file-answer";
import { listRegister } from "@/lib/insurance/import/registers/queries";
import { findBatch } from "@/lib/imports/queries";
import { wrongRows } from "@/lib/imports/sheets/queries";

/** The wrong rows of a batch with the reason in each, for who uploaded them. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/insurance/import/[batch]/errors">,
): Promise<Response> {
  const permit = await authorise("insurance.import");
  const batch = await findBatch(permit, (await params).batch);
  const rows = await wrongRows(permit, listRegister(permit), batch.id);

  return fileAnswer(Readable.toWeb(rows) as ReadableStream, `错误数据-${batch.fileName.replace(/\.xlsx?$/i, "")}.xlsx`);
}
