import { z } from "zod";
import { AttachmentKind } from "@/prisma/generated/enums";

const id = z.uuid({ error: "请刷新页面再办" });

/** A chosen file; what it really is decides lib/uploads.ts. */
export const uploadedFile = z.instanceof(File, { error: "请选择文件" });

/** What an upload belongs to; whoever calls has found that record within the permit's reach. */
export type NewAttachment = {
  /** table of the record: "hardship_file", "sign_off" … */
  owner: string;
  ownerId: string;
  /** folder name of the programme whose officers may open it */
  programme: string;
  personId?: string | null | undefined;
  unitId?: string | null | undefined;
  kind: AttachmentKind;
  hasConsent?: boolean | undefined;
};

export const attachmentKind = z.enum(AttachmentKind, { error: "请选择是什么材料" });

export const CheckOriginal = z.object({ attachmentId: id });
export type CheckOriginal = z.output<typeof CheckOriginal>;

export const VoidAttachment = z.object({
  attachmentId: id,
  reason: z
    .string({ error: "请写明为什么作废" })
    .trim()
    .min(2, { error: "请写明为什么作废" })
    .max(200, { error: "最多 200 个字" }),
});
export type VoidAttachment = z.output<typeof VoidAttachment>;
