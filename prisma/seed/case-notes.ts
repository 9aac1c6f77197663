import type { MoveInput } from "@/lib/cases/moves/rules";
import type { ProgrammeName } from "@/lib/programmes";

/** Words that accompany a move; several of a kind, so that a list does not read like a stamp. */
export const assignNotes = [
  "请按时限办理，办结后直接答复本人。",
  "请先与本人联系，问清情况再办。",
  "请当面听一听职工的意见。",
  undefined,
  undefined,
];

export const startNotes = ["已与本人电话联系，正在办理。", "已到现场看过，正在安排。", "材料收到，开始办理。"];

export type Hold = { waitingReason: NonNullable<MoveInput["waitingReason"]>; note: string };
export const outside: Hold = {
  waitingReason: "OUTSIDE_OFFICE",
  note: "材料已报送外单位，等对方审核结果，预计十个工作日。",
};
export const awayFromTown: Hold = { waitingReason: "PERSON", note: "本人回老家探亲，约好回来后再办。" };
export const letterSent: Hold = { waitingReason: "OUTSIDE_OFFICE", note: "已发函，等对方回函，有消息马上告诉本人。" };
export const partsCome: Hold = { waitingReason: "PERSON", note: "东西已到，等本人回班后定上门时间。" };
export const noBed: Hold = { waitingReason: "WAITING_LIST", note: "目前没有空床，已按次序轮候，有空床马上通知。" };
export const onNotice: Hold = { waitingReason: "NOTICE_PERIOD", note: "名单正在公示，公示结束无异议后继续办理。" };

/** What a matter of that programme waits for. */
export const holdsOf: Partial<Record<ProgrammeName, readonly Hold[]>> = {
  dormitories: [noBed, awayFromTown],
  hardship: [onNotice, outside],
  facilities: [partsCome, outside],
  "heat-care": [partsCome, awayFromTown],
};
export const holds: readonly Hold[] = [outside, awayFromTown, letterSent];

export const returnNotes = [
  "还缺三样：身份证复印件、近半年工资流水、居住证复印件，请一次带齐。",
  "还缺医院诊断证明原件和缴费票据，交给联络员即可，不用跑机关。",
  "申请表上没有本人签字，银行卡号少一位，请补正。",
  "请补充租房合同或宿舍居住证明，其他材料已收齐。",
];

export const completeNotes = ["材料已补齐。", "联络员把材料送来了，核对无误。"];

export const declineNotes = [
  "这件事不归我局管，已告知到户籍地社保经办机构办理，并留了电话。",
  "经核对不符合申请条件，已把政策当面讲清；情况有变化可以再申请。",
  "同一件事已在办理中，不重复受理，请以前一件的答复为准。",
];

export const withdrawNotes = ["本人说已经解决，不用办了。", "本人撤回，改走派遣公司办理。"];
export const voidNotes = ["登记重复，同一件事前一天已登记。", "登记时选错了职工，已重新登记。"];

export const reopenNotes = [
  "职工反映只解决了一半，希望再跑一趟。",
  "回访时职工说问题又出现了，要求重新办理。",
  "职工认为答复没有落到实处，请再核一遍。",
];
export const secondAnswers = [
  "已与本人当面逐项核对，没有落实的已经补上，本人认可。",
  "重新核查后已补办，结果当面告知本人。",
];
export const escalateNotes = ["第二次回访仍不满意，认为答复没有解决实际问题，请领导复核。"];
export const concludeNotes = ["经复核，承办单位已按政策办理到位；对职工提出的新情况另立一件继续办。"];

export const extensionReasons = [
  "外单位审核还要一周左右，职工本人知情并同意。",
  "需要更换的部件厂家缺货，到货后两天内装好。",
  "涉及三个班组的考勤，核对量大。",
];

export const colleagueNotes = [
  "已电话联系本人，约好明天见面。",
  "现场看过，拍了照片存档。",
  "已问过上级业务部门，口径一致。",
  "班组长也了解情况，可以作证。",
];
export const urgeNotes = ["马上到期，请抓紧。", "职工又打电话来问，请今天回复。"];
export const superviseNote = "已超期，请承办单位今天说明原因并给出办结时间。";
