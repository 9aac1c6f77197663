import { authorise } from "@/lib/auth/gate";
import { fileAnswer } from "@/lib/file-answer";
import { listRegister } from "@/lib/insurance/import/registers/queries";
import { templateOf } from "@/lib/imports/sheets/queries";

/** The empty sheet of the office's list. */
export async function GET(): Promise<Response> {
  const permit = await authorise("insurance.import");

  return fileAnswer(
    new Uint8Array(await templateOf(permit, listRegister(permit))),
    `${listRegister(permit).title}导入模板.xlsx`,
  );
}
