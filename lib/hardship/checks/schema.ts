import { z } from "zod";
import { civil, documents, id, needed, ticked, version } from "@/lib/hardship/schema";

/** 材料: what has come in, and whose original somebody here has seen. */
export const RecordDocuments = z.object({ caseId: id, version, received: documents, seen: documents });
export type RecordDocuments = z.output<typeof RecordDocuments>;

export const StartVisit = z.object({ caseId: id, version });
export type StartVisit = z.output<typeof StartVisit>;

/** 入户核查: two persons went. */
export const ReportVisit = z.object({
  caseId: id,
  version,
  visitedOn: civil("请填写哪天去的"),
  /** 工号 of those who went, separated by whatever people type */
  visitors: needed(3, 120, "请填写去的人的工号，至少两位"),
  observed: needed(10, 1500, "请写下看到的情况，不少于 10 个字"),
  agrees: z.enum(["yes", "no"], { error: "请选择和申请说的是不是一致" }),
  isSigned: ticked,
});
export type ReportVisit = z.output<typeof ReportVisit>;
