import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { parseCivil, type CivilDate } from "@/lib/dates";
import { fenOf } from "@/lib/money";
import { SignMode, SignOffKind } from "@/prisma/generated/enums";

const id = z.uuid({ error: "请刷新页面再办" });
const day = (ask: string) => z.string({ error: ask }).refine((text) => parseCivil(text) !== undefined, { error: ask });
const needed = (most: number, ask: string) =>
  z
    .string({ error: ask })
    .trim()
    .min(1, { error: ask })
    .max(most, { error: `最多 ${most} 个字` });
const staffNo = z.string().trim().max(16, { error: "工号最多16位" });

/** What is granted, by a programme's own command. */
export type NewGrant = {
  /** one of the two at least; the person's household is found by itself */
  personId?: string | undefined;
  /** the caller has found the person within a reach of its own: a warden the resident of an own house */
  isReached?: true;
  householdId?: string | undefined;
  programme: string;
  caseId?: string | undefined;
  campaignId?: string | undefined;
  kind: SignOffKind;
  what: string;
  quantity: number;
  /** 分; for goods their value, 0 if nobody knows it */
  amountFen: number;
  grantedOn: CivilDate;
};

/** 登记发放 by hand, for a programme that has no pages of its own yet. */
export const EnterGrant = z.object({
  staffNo: needed(16, "请填写职工工号"),
  programme: needed(40, "请选择服务项目"),
  kind: z.enum(SignOffKind, { error: "请选择发的是什么" }),
  what: needed(40, "请写明发什么，例如 春节慰问金"),
  quantity: z.coerce
    .number({ error: "请填写数量" })
    .int({ error: "请填写整数" })
    .min(1, { error: "至少是1" })
    .max(9999),
  amount: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? 0 : fenOf(text)))
    .pipe(z.number({ error: "请填写金额，例如 300 或 300.50" }).max(100_000_000, { error: "金额太大，请核对" })),
  grantedOn: day("请填写批准日期"),
});
export type EnterGrant = z.output<typeof EnterGrant>;

/** What the signature pad sends: a PNG in text. */
export const drawnSignature = z
  .string()
  .max(400_000, { error: "签字太大，请重签" })
  .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/, { error: "签字没有传上来，请重签" });

/** 登记签领: a drawn signature arrives as a PNG in text, a paper as a file, a transfer as its voucher's number. */
export const SignForm = z.object({
  signOffId: id,
  receivedBy: needed(30, "请填写领取人姓名"),
  relation: z.string().trim().max(20, { error: "最多 20 个字" }).optional(),
  mode: z.enum(SignMode, { error: "请选择签领方式" }),
  firstGiver: staffNo.optional(),
  secondGiver: staffNo.optional(),
  drawn: drawnSignature.optional(),
  file: uploadedFile.optional(),
  hasConsent: z.string().optional(),
  voucherNo: z.string().trim().max(60, { error: "最多 60 个字" }).optional(),
  signedOn: day("请填写签领日期"),
});
export type SignForm = z.output<typeof SignForm>;

export const ReverseSignOff = z.object({
  signOffId: id,
  reason: z
    .string({ error: "请写明为什么冲正，不少于 5 个字" })
    .trim()
    .min(5, { error: "请写明为什么冲正，不少于 5 个字" })
    .max(200, { error: "最多 200 个字" }),
});
export type ReverseSignOff = z.output<typeof ReverseSignOff>;

/** Filters of the ledger, as they stand in the URL; a hand-made value that means nothing is no filter. */
export const SignOffFilter = z.object({
  programme: z.string().max(40).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  year: z
    .string()
    .regex(/^(20\d{2}|all)$/)
    .optional()
    .catch(undefined),
  state: z.enum(["waiting", "signed", "reversed"]).optional().catch(undefined),
  kind: z.enum(SignOffKind).optional().catch(undefined),
  campaign: z.uuid().optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type SignOffFilter = z.output<typeof SignOffFilter>;
