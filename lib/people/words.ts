import type {
  EmploymentType,
  HukouScope,
  HukouType,
  IdType,
  LiteracyAid,
  MobileOwner,
  PersonStatus,
  PoliticalStatus,
  PostType,
  RankLevel,
  Sex,
} from "@/prisma/generated/enums";

export const sexWords = { MALE: "男", FEMALE: "女" } satisfies Record<Sex, string>;

export const idTypeWords = {
  RESIDENT: "居民身份证",
  HMT: "港澳台居民居住证",
  OTHER: "其他证件",
} satisfies Record<IdType, string>;

export const politicalWords = {
  PARTY_MEMBER: "中共党员",
  PROBATIONARY: "中共预备党员",
  LEAGUE_MEMBER: "共青团员",
  DEMOCRATIC_PARTY: "民主党派",
  MASSES: "群众",
} satisfies Record<PoliticalStatus, string>;

export const hukouScopeWords = { LOCAL: "本市", OUTSIDE: "外埠" } satisfies Record<HukouScope, string>;
export const hukouTypeWords = { URBAN: "城镇", RURAL: "农村" } satisfies Record<HukouType, string>;

export const employmentWords = {
  ESTABLISHED: "在编",
  CONTRACT: "合同制",
  DISPATCH: "劳务派遣",
  SERVICE_AGREEMENT: "劳务协议",
  TEMPORARY: "临时（季节）工",
} satisfies Record<EmploymentType, string>;

export const postWords = {
  SWEEPER: "清扫工",
  CLEANER: "保洁员",
  DRIVER: "驾驶员",
  TOILET_KEEPER: "公厕管理员",
  STATION_OPERATOR: "转运站操作工",
  REPAIRER: "维修工",
  SECTION_HEAD: "段组长",
  TEAM_HEAD: "班组长",
  MANAGER: "管理人员",
  OFFICE_STAFF: "机关工作人员",
} satisfies Record<PostType, string>;

export const rankWords = {
  NONE: "无",
  STAFF: "科员",
  DEPUTY_SECTION: "副科",
  SECTION: "正科",
  DEPUTY_DIVISION: "副处",
  DIVISION: "正处",
} satisfies Record<RankLevel, string>;

export const personStatusWords = {
  ACTIVE: "在职",
  OFF_POST: "离岗",
  RETIRED: "退休",
  DECEASED: "去世",
  LEFT: "离职",
  TRANSFERRED_OUT: "调出",
} satisfies Record<PersonStatus, string>;

export const mobileOwnerWords = {
  SELF: "本人",
  SPOUSE: "配偶",
  CHILD: "子女",
  COLLEAGUE: "同事",
} satisfies Record<MobileOwner, string>;

export const aidWords = {
  NO_PHONE: "不会用手机",
  CANNOT_READ: "不识字",
  HARD_OF_HEARING: "听力差",
} satisfies Record<LiteracyAid, string>;
