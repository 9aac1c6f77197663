import { authorise } from "@/lib/auth/gate";
import { fileAnswer } from "@/lib/file-answer";
import { templateOf } from "@/lib/imports/sheets/queries";
import { registerCalled } from "@/lib/people/import/registers/queries";

/** The empty sheet of a register. */
export async function GET(request: Request): Promise<Response> {
  const permit = await authorise("people.import");
  const entity = registerCalled(permit, new URL(request.url).searchParams.get("register") ?? "");

  return fileAnswer(new Uint8Array(await templateOf(permit, entity)), `${entity.title}导入模板.xlsx`);
}
