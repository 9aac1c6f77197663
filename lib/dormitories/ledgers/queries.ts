import "server-only";
import type { SiteLine } from "@/lib/dormitories/board/queries";
import type { StayLine } from "@/lib/dormitories/list/queries";
import type { StarView } from "@/lib/dormitories/rating/queries";
import { keyHeads } from "@/lib/dormitories/line/rules";
import { points, starWord } from "@/lib/dormitories/rating/rules";
import { vetoWords } from "@/lib/dormitories/rating/words";
import type { RepairLine } from "@/lib/dormitories/repairs/queries";
import { facilityWords, repairWords, shiftWords, sourceWords, useWords } from "@/lib/dormitories/words";
import type { Ledger } from "@/lib/ledger";
import type { WorkShift } from "@/prisma/generated/enums";

/** 宿舍基本情况一览表 */
export const siteLedger: Ledger<SiteLine> = {
  title: "宿舍基本情况一览表",
  columns: [
    { label: "名称", of: ({ name }) => name },
    { label: "地址", width: "wide", of: ({ address }) => address },
    { label: "来源", width: "narrow", of: ({ source }) => sourceWords[source] },
    { label: "面积", kind: "number", isSummed: true, of: ({ area }) => area },
    { label: "房间数", kind: "number", isSummed: true, of: ({ rooms }) => rooms },
    { label: "床位数", kind: "number", isSummed: true, of: ({ beds }) => beds.all },
    { label: "入住", kind: "number", isSummed: true, of: ({ beds }) => beds.occupied },
    { label: "空床", kind: "number", isSummed: true, of: ({ beds }) => beds.FREE },
    { label: "设施", width: "wide", of: ({ facilities }) => facilities.map((one) => facilityWords[one]).join("、") },
    { label: "星级", width: "narrow", of: ({ stars }) => starWord(stars) },
    { label: "管理员", width: "narrow", of: ({ warden }) => warden },
  ],
  note: ({ fireCheckedOn }) => (fireCheckedOn ? null : "没有消防验收"),
};

const sexes = { MALE: "男", FEMALE: "女" } as const;

/** 入住登记台账; the last column is signed by hand */
export const stayLedger: Ledger<StayLine> = {
  title: "入住登记台账",
  columns: [
    { label: "宿舍", of: ({ site }) => site },
    { label: "楼-室-床", of: ({ bed }) => bed },
    { label: "姓名", of: ({ name }) => name },
    { label: "单位", of: ({ unit }) => unit },
    { label: "性别", width: "narrow", of: ({ sex }) => (sex ? sexes[sex] : "") },
    { label: "籍贯", of: ({ origin }) => origin },
    { label: "入住日期", of: ({ inOn }) => inOn },
    { label: "退宿日期", of: ({ outOn }) => outOn },
    { label: "物品交接", width: "narrow", of: ({ isHandedOver }) => (isHandedOver ? "已交接" : "") },
    { label: "签字", kind: "sign", of: () => "" },
  ],
  note: ({ leavingOn }) => (leavingOn ? `打算 ${leavingOn} 搬走` : null),
};

type LineRow = {
  place: number;
  name: string;
  unit: string;
  kind: keyof typeof useWords | null;
  shift: WorkShift;
  keys: readonly string[];
  isLowerNeeded: boolean;
};

/** 轮候名单, with the six keys that make the place */
export const lineLedger: Ledger<LineRow> = {
  title: "职工宿舍轮候名单",
  columns: [
    { label: "姓名", of: ({ name }) => name },
    { label: "单位", of: ({ unit }) => unit },
    { label: "等什么床", width: "narrow", of: ({ kind }) => (kind ? useWords[kind] : "") },
    { label: "作息", width: "narrow", of: ({ shift }) => shiftWords[shift] },
    ...keyHeads.map((label, i) => ({
      label,
      of: ({ keys }: LineRow) => keys[i] ?? "",
    })),
  ],
  note: ({ isLowerNeeded }) => (isLowerNeeded ? "要下铺" : null),
};

/** 星级宿舍评比得分汇总表 */
export const starLedger: Ledger<StarView["entries"][number]> = {
  title: "星级宿舍评比得分汇总表",
  columns: [
    { label: "宿舍", of: ({ site }) => site.name },
    { label: "自评", of: ({ selfTenths }) => points(selfTenths) },
    { label: "检查1", of: ({ inspections }) => inspections[0]?.total },
    { label: "检查2", of: ({ inspections }) => inspections[1]?.total },
    { label: "平均", of: ({ averageTenths }) => points(averageTenths) },
    { label: "星级", of: ({ stars }) => (stars === null ? "" : starWord(stars)) },
    { label: "否决项", of: ({ veto }) => (veto ? vetoWords[veto] : "") },
  ],
  note: ({ inspections }) => (inspections.length > 2 ? `共 ${inspections.length} 位检查人` : null),
};

/** 维修台账 */
export const repairLedger: Ledger<RepairLine> = {
  title: "宿舍维修台账",
  columns: [
    { label: "编号", of: ({ number }) => number },
    { label: "地点", of: ({ where }) => where },
    { label: "类别", width: "narrow", of: ({ kind }) => repairWords[kind] },
    { label: "情况", width: "wide", of: ({ text }) => text },
    { label: "报修", of: ({ reportedAt }) => reportedAt },
    { label: "期限", of: ({ due }) => due },
    { label: "修好", of: ({ doneOn }) => doneOn },
    { label: "维修人", width: "narrow", of: ({ repairer }) => repairer },
    { label: "费用", kind: "money", isSummed: true, of: ({ costFen }) => costFen },
    { label: "验收人", width: "narrow", of: ({ acceptor }) => acceptor },
    { label: "验收签字", kind: "sign", of: () => "" },
  ],
  note: ({ isUrgent }) => (isUrgent ? "紧急" : null),
};
