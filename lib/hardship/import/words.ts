import { causeWords, levelWords } from "@/lib/hardship/words";
import type { Column } from "@/lib/imports/cells/rules";

const causes = {
  kind: "choice",
  choices: Object.values(causeWords),
  synonyms: {
    本人患病: "本人大病",
    家属患病: "家属大病",
    子女就学: "子女上学",
    意外: "意外灾害",
    火灾: "意外灾害",
    低收入: "收入低负担重",
  },
  width: 16,
} as const;

/** The columns of the office's paper register of households in need, in its order. */
export const fileColumns: readonly Column[] = [
  { key: "staffNo", header: "户主工号", also: ["工号", "职工工号"], kind: "phone", required: true, width: 12 },
  {
    key: "worker",
    header: "户主姓名",
    also: ["姓名", "职工姓名"],
    kind: "text",
    width: 10,
    hint: "用来核对工号有没有写错，可以不填",
  },
  {
    key: "level",
    header: "困难等级",
    also: ["困难类别", "等级"],
    kind: "choice",
    choices: Object.values(levelWords),
    synonyms: { 深度: "深度困难", 相对: "相对困难", 意外: "意外致困" },
    required: true,
    width: 12,
  },
  { key: "mainCause", header: "主要致困原因", also: ["主要原因", "致困原因"], ...causes, required: true },
  { key: "secondCause", header: "次要致困原因", also: ["次要原因"], ...causes },
  {
    key: "onFileSince",
    header: "建档日期",
    also: ["建档时间"],
    kind: "date",
    required: true,
    width: 13,
    hint: "纸质档案上批准建档的那一天",
  },
  {
    key: "lastReviewedOn",
    header: "上次复核日期",
    also: ["上次复核", "复核日期"],
    kind: "date",
    width: 14,
    hint: "建档后还没有复核过的不填",
  },
  { key: "size", header: "家庭人口", also: ["人口", "家庭人数"], kind: "text", width: 10, hint: "一起生活的人数" },
  // Not 备注: under the register's own remark column stand the running notes of the paper, which nobody types.
  { key: "note", header: "补录说明", also: ["备注"], kind: "text", width: 24, hint: "例如纸质档案放在哪一盒" },
];

export const fileNotes = [
  "这张表只用来补录已经批准、纸质台账上还在档的困难职工。新申请的、返困的，请走“代职工申请”。",
  "一行是一户，按户主工号认户；夫妻都在单位的只填一行，一户一档。",
  "上传后先看检查结果，由负责人（不是上传的人）确认，确认了才会写入。",
  "补录过、还没有在系统里办过的，再传一次就是更正；在系统里审批或复核过的，不能用这张表改。",
  "补录后 30 个工作日内，要拿纸质档案和电子档案核对一遍。灰色的一行是示例，导入时会跳过。",
];

export const fileSamples: readonly Readonly<Record<string, string>>[] = [
  {
    staffNo: "示例50001",
    worker: "张大力",
    level: "相对困难",
    mainCause: "家属大病",
    onFileSince: "2024-03-12",
    lastReviewedOn: "2025-11-18",
    size: "4",
    note: "纸质档案 2024 年第 3 盒",
  },
];
