import type { BedState } from "@/lib/dormitories/rules";
import type {
  BedReason,
  BedTier,
  ClosureKind,
  LeaveReason,
  RepairKind,
  RoomUse,
  RoundState,
  SiteFacility,
  SiteSource,
  WorkShift,
} from "@/prisma/generated/enums";

export const sourceWords = {
  CONVERTED: "腾退办公房",
  NEW: "新建",
  JOINT: "联建",
  RENTED: "租赁",
} satisfies Record<SiteSource, string>;

export const facilityWords = {
  HEATING: "暖气",
  AIR_CONDITIONING: "空调",
  HOT_WATER: "热水",
  BATH: "浴室",
  CANTEEN: "食堂",
  LAUNDRY: "洗衣",
  DRYING: "晾晒",
  CHARGING: "充电桩",
  ACTIVITY_ROOM: "活动室",
  MEDICINE_BOX: "医药箱",
  FAMILY_ROOM: "探亲房",
} satisfies Record<SiteFacility, string>;

export const useWords = { MALE: "男", FEMALE: "女", COUPLE: "夫妻", FAMILY_VISIT: "探亲" } satisfies Record<
  RoomUse,
  string
>;
export const tierWords = { LOWER: "下铺", UPPER: "上铺", SINGLE: "单人床" } satisfies Record<BedTier, string>;

export const bedStateWords = {
  OCCUPIED: "有人住",
  AWAY: "留床",
  HELD: "已预留",
  REPAIR: "维修中",
  OUT_OF_USE: "停用",
  FREE: "空床",
} satisfies Record<BedState, string>;

export const closureWords = { REPAIR: "维修", OUT_OF_USE: "停用" } satisfies Record<ClosureKind, string>;

export const reasonWords = {
  NO_HOME: "没有住房",
  FAR_POST: "离岗位远",
  NEW_HIRE: "新入职",
  FAMILY_HARDSHIP: "家庭困难",
} satisfies Record<BedReason, string>;

export const shiftWords = { EARLY: "早班", MIDDLE: "中班", NIGHT: "夜班" } satisfies Record<WorkShift, string>;

export const leaveWords = {
  OWN_WISH: "本人不住了",
  LEFT_BUREAU: "离职",
  DECEASED: "去世",
  TRANSFER: "调宿",
  BREACH: "违反规定",
} satisfies Record<LeaveReason, string>;

export const repairWords = {
  WATER: "水",
  ELECTRICITY: "电",
  HEATING: "暖气",
  AIR_CONDITIONING: "空调",
  DOOR_WINDOW: "门窗",
  NETWORK: "网络",
  OTHER: "其他",
} satisfies Record<RepairKind, string>;

export const roundWords = {
  FROZEN: "已排定",
  SUBMITTED: "待同意公示",
  NOTICE: "公示",
  DONE: "已分配",
  VOID: "已作废",
} satisfies Record<RoundState, string>;

/** 入住交接单: what is handed over with a bed, and how much of it as a rule. */
export const handoverItems = [
  { item: "钥匙", qty: 1 },
  { item: "床", qty: 1 },
  { item: "柜", qty: 1 },
  { item: "被褥", qty: 1 },
  { item: "空调遥控器", qty: 1 },
] as const;
