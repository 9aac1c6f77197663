import { z } from "zod";
import { attachmentKind, uploadedFile } from "@/lib/cases/attachments/schema";
import { id } from "@/lib/hardship/schema";

/** A photo of a paper, taken on the phone or at the desk. */
export const SendPaper = z.object({ assessmentId: id, kind: attachmentKind, file: uploadedFile });
export type SendPaper = z.output<typeof SendPaper>;
