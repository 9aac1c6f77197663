import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import type { DifferenceKind, Resolution } from "@/prisma/generated/enums";

export const kindWords = {
  ONLY_THERE: "那边有，这边没有",
  ONLY_HERE: "这边有，那边没有",
  SCHEMES: "险种不一致",
  BASE: "基数不一致",
} satisfies Record<DifferenceKind, string>;

export const resolutionWords = {
  OURS: "以我方为准",
  THEIRS: "以经办机构为准",
  ASKED: "已去函核实",
} satisfies Record<Resolution, string>;

/** What each decision leads to, told before it is made. */
export const resolutionHints = {
  OURS: "系统里不改，请经办机构更正，下个月的名单再看",
  THEIRS: "基数：从这个月起按经办机构的记一笔，旧的保留。人和险种：接着填增减员表",
  ASKED: "等回函，回来以后在“等回函”里再定",
} satisfies Record<Resolution, string>;

export const tabWords = {
  open: "没有处理",
  asked: "等回函",
  done: "处理完",
} satisfies Record<DifferenceFilter["tab"], string>;
