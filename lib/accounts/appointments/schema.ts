import { z } from "zod";
import { accountId, ownSecret, reason } from "@/lib/accounts/schema";
import { chargeWords } from "@/lib/accounts/words";
import { parseCivil } from "@/lib/dates";

const day = (sentence: string) =>
  z.string({ error: sentence }).refine((text) => parseCivil(text) !== undefined, sentence);

/** 安全管理员 appoints; `programme` counts for an officer only, `unitId` for officer and liaison only. */
export const NewAppointment = z.object({
  accountId,
  role: z.enum(["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "LEADER", "OFFICER", "LIAISON", "WARDEN"], {
    error: "请选择岗位",
  }),
  programme: z
    .string()
    .refine((folder) => Object.hasOwn(chargeWords, folder), "没有这项业务")
    .optional(),
  unitId: z.uuid({ error: "没有这个单位" }).optional(),
  /** 负责人 of the officer's programme; counts for an officer only */
  isManager: z.literal("on").optional(),
  validFrom: day("请填写开始日期"),
  validTo: day("请按 2026-11-06 的样子填写结束日期").optional(),
  reason,
  ownSecret,
});
export type NewAppointment = z.output<typeof NewAppointment>;

export const Revocation = z.object({
  appointmentId: z.uuid({ error: "没有这条授权" }),
  reason,
  ownSecret,
});
export type Revocation = z.output<typeof Revocation>;
