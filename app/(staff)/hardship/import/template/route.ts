import { authorise } from "@/lib/auth/gate";
import { fileAnswer } from "@/lib/file-answer";
import { fileRegister } from "@/lib/hardship/import/registers/queries";
import { templateOf } from "@/lib/imports/sheets/queries";

/** The empty sheet of the paper register. */
export async function GET(): Promise<Response> {
  const permit = await authorise("hardship.import");

  return fileAnswer(
    new Uint8Array(await templateOf(permit, fileRegister(permit))),
    `${fileRegister(permit).title}导入模板.xlsx`,
  );
}
