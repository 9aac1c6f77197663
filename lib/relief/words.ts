import type { AttachmentKind, PayMode, ReliefEvent } from "@/prisma/generated/enums";

export const eventWords = {
  FIRE: "火灾",
  ILLNESS: "重病",
  ACCIDENT: "意外",
  DEATH: "去世",
  OTHER: "其他急难",
} satisfies Record<ReliefEvent, string>;

/** The events as one would say them on the phone. */
export const spokenReliefEvents = {
  FIRE: "家里着火了",
  ILLNESS: "我或家里人突然得了重病",
  ACCIDENT: "出了意外、受了伤",
  DEATH: "家里有人去世了",
  OTHER: "别的急事",
} satisfies Record<ReliefEvent, string>;

export const payModeWords = { CASH: "现金（两人发放）", TRANSFER: "转账" } satisfies Record<PayMode, string>;

/** Papers that may come with a report, by the name people know them by. */
export const reliefPapers = {
  DISASTER_PROOF: "火灾、事故证明",
  DIAGNOSIS: "诊断证明",
  MEDICAL_BILL: "医药费单据",
  FAMILY_PROOF: "死亡证明、关系证明",
  OTHER: "别的材料",
} as const satisfies Partial<Record<AttachmentKind, string>>;

/** What the photo is that comes with a report: nobody is asked for it besides. */
export const paperOf = {
  FIRE: "DISASTER_PROOF",
  ILLNESS: "DIAGNOSIS",
  ACCIDENT: "DISASTER_PROOF",
  DEATH: "FAMILY_PROOF",
  OTHER: "OTHER",
} as const satisfies Record<ReliefEvent, AttachmentKind>;
