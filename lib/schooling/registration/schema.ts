import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { At, dwelling, id, needed, requestKey, schoolStage, ticked } from "@/lib/schooling/schema";

const child = {
  requestKey,
  childName: needed(2, 40, "请填写孩子的姓名"),
  childId: needed(15, 30, "请填写孩子的身份证号，户口簿上有"),
  schoolStage,
  grade: z.coerce.number({ error: "请选择几年级" }).int().min(1).max(9).optional(),
  recordNo: z.string().trim().max(40, { error: "学籍号太长，请核对" }).optional(),
  wishes: z.string().trim().max(120, { error: "最多 120 个字" }).optional(),
  dwelling,
  isApart: ticked,
};

/** The parent on the phone: the tick is the separate consent of the guardian. */
export const RegisterMine = z.object({
  consent: ticked.refine((tick) => tick === "on", {
    error: "您是孩子的监护人，同意我们用孩子的信息办入学，才能登记",
  }),
  ...child,
});
export type RegisterMine = z.output<typeof RegisterMine>;

/** Liaison or officer for a parent, with the consent signed on paper. */
export const RegisterFor = z.object({
  ...child,
  personId: id,
  consentOn: z.string().optional(),
  consentFile: uploadedFile.optional(),
  /** the case of last year that came to nothing */
  sourceCaseId: id.optional(),
});
export type RegisterFor = z.output<typeof RegisterFor>;

/** 撤回 or 作废. */
export const EndPlacement = z.object({
  ...At.shape,
  move: z.enum(["withdraw", "void"], { error: "请选择怎么结束" }),
  note: needed(2, 300, "请写明原因"),
});
export type EndPlacement = z.output<typeof EndPlacement>;
