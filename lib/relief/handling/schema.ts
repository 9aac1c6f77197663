import { z } from "zod";
import { attachmentKind, uploadedFile } from "@/lib/cases/attachments/schema";
import { amount, civil, fund, id, needed, payMode, staffNo, which } from "@/lib/relief/schema";
import { Satisfaction } from "@/prisma/generated/enums";

export const Accept = z.object(which);
export type Accept = z.output<typeof Accept>;

/** 核实: two persons looked. */
export const Verify = z.object({
  ...which,
  firstVerifier: staffNo("请填写第一位核实人的工号"),
  secondVerifier: staffNo("请填写第二位核实人的工号"),
  verifiedOn: civil("请填写哪天核实的"),
  found: needed(6, 1000, "请写下核实到的情况，不少于 6 个字"),
});
export type Verify = z.output<typeof Verify>;

/** What the officer proposes. */
export const Propose = z.object({
  ...which,
  amount: amount("请填写提出救助多少"),
  payMode,
  fund,
  note: needed(2, 300, "请填写经办意见"),
});
export type Propose = z.output<typeof Propose>;

/** 回访. */
export const FollowUp = z.object({
  ...which,
  satisfaction: z.enum(Satisfaction, { error: "请选择职工的满意度" }),
  note: needed(2, 500, "请写下职工家里现在怎么样"),
});
export type FollowUp = z.output<typeof FollowUp>;

/** A photo of a paper, from the phone or at the desk. */
export const SendPaper = z.object({ caseId: id, kind: attachmentKind, file: uploadedFile });
export type SendPaper = z.output<typeof SendPaper>;
