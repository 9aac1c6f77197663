import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { paperKinds } from "@/lib/insurance/changes/papers/rules";
import { id, version } from "@/lib/insurance/schema";

/** A paper that goes with a form. */
export const SendPaper = z.object({
  caseId: id,
  version,
  kind: z.enum(paperKinds, { error: "请选择是什么材料" }),
  file: uploadedFile,
});
export type SendPaper = z.output<typeof SendPaper>;
