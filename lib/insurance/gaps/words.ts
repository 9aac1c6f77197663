import type { gapStages } from "@/lib/insurance/stages/rules";

type Stage = keyof typeof gapStages;
type Move = (typeof gapStages)[Stage]["moves"] extends infer M ? (M extends unknown ? keyof M : never) : never;

export const stageWords = {
  FOUND: "待查明原因",
  PURSUED: "正在督促参保",
  INSURED: "已参保",
  NOT_OWED: "不用参保了",
} satisfies Record<Stage, string>;

export const moveWords = {
  lookInto: "登记原因",
  insured: "五险办齐",
  noLongerOwed: "不再应参保",
} satisfies Record<Move, string>;

export const turnWords = {
  FOUND: "入职满30天还没有参保，等单位联络员查明原因、登记责任人。",
  PURSUED: "原因已登记，按原因督促；五险办齐后自动办结。",
  INSURED: "五险已办齐，自动办结。",
  NOT_OWED: "已经不在应参保范围，自动办结。",
} satisfies Record<Stage, string>;

export const spokenStages = {
  FOUND: { short: "您的社保还没办", says: "您入职满30天了，社保还没办齐，单位会来问您。" },
  PURSUED: { short: "单位在帮您办", says: "单位知道原因了，正在帮您办。" },
  INSURED: { short: "办好了", says: "五险都办好了。" },
  NOT_OWED: { short: "不用办了", says: "您现在不用办这几样了。" },
} satisfies Record<Stage, { short: string; says: string }>;

export const spokenEvents = {
  open: "满30天还没参保",
  lookInto: "单位来问过了",
  insured: "五险办好了",
  noLongerOwed: "不用办了",
} as const;
