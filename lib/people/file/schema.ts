import type { CivilDate } from "@/lib/dates";
import type {
  EmploymentEventKind,
  EmploymentType,
  FamilyRelation,
  HonourLevel,
  HukouScope,
  HukouType,
  IdType,
  LiteracyAid,
  MobileOwner,
  Occupation,
  PersonStatus,
  PoliticalStatus,
  PostType,
  RankLevel,
  RetireKind,
  Sex,
} from "@/prisma/generated/enums";

export type FamilyRow = {
  id: string;
  /** null: a child under 14, who is not named */
  name: string | null;
  relation: FamilyRelation;
  birthDate: CivilDate | null;
  occupation: Occupation | null;
};
export type EventRow = {
  id: string;
  kind: EmploymentEventKind;
  happenedOn: CivilDate;
  from: string | null;
  to: string | null;
  detail: string | null;
};
export type HonourRow = {
  id: string;
  name: string;
  level: HonourLevel;
  year: number;
  awardedBy: string;
  certificate: string | null;
  voidReason: string | null;
};
export type CaseRow = {
  id: string;
  number: string;
  title: string;
  programme: string;
  stage: string;
  status: "open" | "waiting" | "answered" | "closed";
  dueOn: CivilDate | null;
};

/** The record as the database gives it: dates as text, everything below it as lists. */
export type FileRow = {
  id: string;
  version: number;
  name: string;
  staffNo: string;
  unitId: string;
  units: string[];
  status: PersonStatus;
  idType: IdType;
  idNoCipher: string | null;
  sex: Sex | null;
  birthDate: CivilDate | null;
  archiveBirthDate: CivilDate | null;
  ethnicity: string;
  politicalStatus: PoliticalStatus;
  hukouScope: HukouScope;
  hukouType: HukouType;
  residencePermitExpiry: CivilDate | null;
  hasResidencePermit: boolean;
  hasAddress: boolean;
  employmentType: EmploymentType;
  agencyName: string | null;
  contractStart: CivilDate | null;
  contractEnd: CivilDate | null;
  hireDate: CivilDate | null;
  postType: PostType;
  postTitle: string | null;
  rankLevel: RankLevel;
  isLeader: boolean;
  retireDate: CivilDate | null;
  retireKind: RetireKind | null;
  mobile: string | null;
  mobileOwner: MobileOwner | null;
  emergencyName: string | null;
  emergencyRelation: string | null;
  emergencyPhone: string | null;
  bankName: string | null;
  bankTail: string | null;
  hasCare: boolean;
  needsGreenChannel: boolean;
  unionMember: boolean;
  unionJoinedOn: CivilDate | null;
  aids: LiteracyAid[];
  isHead: boolean | null;
  colleagues: { id: string; name: string; staffNo: string }[];
  events: EventRow[];
  honours: HonourRow[];
  family: FamilyRow[];
  accounts: { kind: "STAFF" | "WORKER"; isOpen: boolean }[];
  bookings: { id: string; at: string; status: string; topic: string }[];
};
