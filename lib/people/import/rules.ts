import { daysBetween, type CivilDate } from "@/lib/dates";
import type { Difference, Fault } from "@/lib/imports/rules";
import { maskPhone } from "@/lib/masks";
import { mayBeLeader, refuseContract, refuseEvent } from "@/lib/people/employment/rules";
import type { RecordEvent } from "@/lib/people/employment/schema";
import { refuseRecord, type Document } from "@/lib/people/records/rules";
import type { NewPerson, PersonIdentity } from "@/lib/people/records/schema";
import type { RosterRow } from "@/lib/people/import/schema";
import { rosterColumns } from "@/lib/people/import/words";
import type { Sex } from "@/lib/people/rules";
import {
  employmentWords,
  hukouScopeWords,
  hukouTypeWords,
  mobileOwnerWords,
  personStatusWords,
  politicalWords,
  postWords,
  rankWords,
} from "@/lib/people/words";
import type { PersonStatus } from "@/prisma/generated/enums";

/** What a sheet may change of a person on file. */
export type Values = Pick<
  Required<NewPerson>,
  | "postType"
  | "rankLevel"
  | "isLeader"
  | "employmentType"
  | "hukouScope"
  | "hukouType"
  | "ethnicity"
  | "politicalStatus"
> & {
  name: string;
  unitId: string;
  postTitle: string | null;
  agencyName: string | null;
  contractStart: CivilDate | null;
  contractEnd: CivilDate | null;
  hukouAddress: string | null;
  mobile: string | null;
  mobileOwner: NonNullable<NewPerson["mobileOwner"]> | null;
  address: string | null;
};

/** A person on file as the sheet meets them. */
export type Known = {
  id: string;
  version: number;
  staffNo: string;
  idNoIndex: string | null;
  status: PersonStatus;
  sex: Sex | null;
  born: CivilDate | null;
  hireDate: CivilDate | null;
  values: Values;
};

export type NewData = {
  identity: PersonIdentity;
  details: Omit<NewPerson, "draft" | "compared" | "isDistinct" | "proposalId">;
  document: { idNo: string; sex: Sex; birthDate: CivilDate };
  confirmedDistinctFrom: string[];
};

export type ChangeData = { before: Values; after: Values; version: number; happenedOn: CivilDate; events: EventKind[] };

/** What a row of the roster will write. */
export type RosterData = { fresh: NewData } | { change: ChangeData };

export type EventKind = "UNIT_CHANGED" | "POST_CHANGED" | "CONTRACT_CHANGED";

const headers = new Map(rosterColumns.map(({ key, header }) => [key, header]));
const fieldKeys: Readonly<Record<string, string>> = { toUnitId: "unit", unitId: "unit", happenedOn: "changedOn" };

/** A fault of a field in the words of the sheet. */
export function faultAt(field: string, sentence: string): Fault {
  const header = headers.get(fieldKeys[field] ?? field);

  return header ? { header, sentence } : { sentence };
}

const neededForNew = rosterColumns.filter(({ required }) => required).map(({ key }) => key as keyof RosterRow);

/** The columns that a new person needs and the row leaves empty, all at once. */
export function missingForNew(row: RosterRow): Fault[] {
  return neededForNew.filter((key) => row[key] === undefined).map((key) => faultAt(key, "新增人员必须填写这一列"));
}

/** The record that a row makes, with every fault of it that the rules of a single registration know. */
export function newFrom(
  row: RosterRow,
  { unitId, document }: { unitId: string; document: Document & { ok: true } },
  today: CivilDate,
): NewData | Fault[] {
  const { staffNo, name, postType, employmentType, hireDate, hukouScope, hukouType } = row;
  if (!staffNo || !name || !postType || !employmentType || !hireDate || !hukouScope || !hukouType) {
    return missingForNew(row);
  }
  const { idNo } = document;
  const sex = document.sex ?? row.sex ?? null;
  const birthDate = document.birthDate ?? row.birthDate ?? null;
  const { mobile, isDistinct: _isDistinct, changedOn: _changedOn, unit: _unit, idType = "RESIDENT", ...rest } = row;
  const needed = { staffNo, postType, employmentType, hireDate, hukouScope, hukouType };
  const details = {
    ...rest,
    ...needed,
    rankLevel: row.rankLevel ?? "NONE",
    politicalStatus: row.politicalStatus ?? "MASSES",
  };
  const fault = refuseRecord({ sex, birthDate, mobile }, details, today);
  if (fault || !sex || !birthDate) return [faultAt(fault?.field ?? "sex", fault?.sentence ?? "请填写性别和出生日期")];

  return {
    identity: { name, idType, idNo, unitId, mobile },
    details,
    document: { idNo, sex, birthDate },
    confirmedDistinctFrom: [],
  };
}

/** The values on file with those of the row over them; an empty cell changes nothing. */
export function mergeInto(before: Values, row: RosterRow, unitId: string | undefined): Values {
  const given = <K extends keyof RosterRow & keyof Values>(key: K): Values[K] => (row[key] ?? before[key]) as Values[K];
  const employmentType = given("employmentType");

  return {
    name: given("name"),
    unitId: unitId ?? before.unitId,
    postType: given("postType"),
    postTitle: given("postTitle"),
    rankLevel: given("rankLevel"),
    isLeader: given("isLeader"),
    employmentType,
    // As in a single change of contract: an agency only stands beside 劳务派遣.
    agencyName: employmentType === "DISPATCH" ? given("agencyName") : null,
    contractStart: given("contractStart"),
    contractEnd: given("contractEnd"),
    hukouScope: given("hukouScope"),
    hukouType: given("hukouType"),
    hukouAddress: given("hukouAddress"),
    ethnicity: given("ethnicity"),
    politicalStatus: given("politicalStatus"),
    mobile: given("mobile"),
    mobileOwner: given("mobileOwner"),
    address: given("address"),
  };
}

const eventFields = {
  UNIT_CHANGED: ["unitId"],
  POST_CHANGED: ["postType", "postTitle", "rankLevel", "isLeader"],
  CONTRACT_CHANGED: ["employmentType", "agencyName", "contractStart", "contractEnd"],
} as const satisfies Record<EventKind, readonly (keyof Values)[]>;

/** The dated changes behind the new values, in the order in which they are written. */
export function eventsBetween(before: Values, after: Values): EventKind[] {
  return (Object.keys(eventFields) as EventKind[]).filter((kind) =>
    eventFields[kind].some((field) => before[field] !== after[field]),
  );
}

const goneFor: readonly PersonStatus[] = ["LEFT", "TRANSFERRED_OUT", "DECEASED"];

/** Every reason against the change; the rules are those of the person's own page. */
export function refuseChange(
  known: Known,
  { row, after, happenedOn }: { row: RosterRow; after: Values; happenedOn: CivilDate },
  today: CivilDate,
): Fault[] {
  if (goneFor.includes(known.status)) {
    return [{ sentence: `${known.values.name}已登记为“${personStatusWords[known.status]}”，请打开本人档案办理` }];
  }
  const faults: Fault[] = [];
  if (row.hireDate && known.hireDate && daysBetween(row.hireDate, known.hireDate) !== 0) {
    faults.push(faultAt("hireDate", `和档案里的入职日期 ${known.hireDate} 不一致，请核对`));
  }
  if (after.mobile && !after.mobileOwner) faults.push(faultAt("mobileOwner", "请填写手机号是谁的"));
  const contract = refuseContract(after);
  const events = eventsBetween(known.values, after);
  if (contract && events.includes("CONTRACT_CHANGED")) faults.push(faultAt(contract.field, contract.sentence));
  if (after.isLeader && events.includes("POST_CHANGED") && !mayBeLeader(after.rankLevel, after.postType)) {
    faults.push(faultAt("isLeader", "领导干部应为副科及以上、在管理或机关岗位"));
  }
  const person = {
    ...known,
    birthDate: known.born,
    unitId: known.values.unitId,
    postType: after.postType,
    employmentType: after.employmentType,
  };
  for (const kind of events) {
    const fault = refuseEvent(person, eventInput(known, { kind, after, happenedOn }), today);
    if (fault) faults.push(faultAt(fault.field, fault.sentence));
  }

  return faults.filter(({ header, sentence }, at) => {
    return faults.findIndex((one) => one.header === header && one.sentence === sentence) === at;
  });
}

function eventInput(
  { id, version }: Known,
  { kind, after, happenedOn }: { kind: EventKind; after: Values; happenedOn: CivilDate },
): RecordEvent {
  const { postType, rankLevel, isLeader, employmentType } = after;
  if (kind === "UNIT_CHANGED") return { id, version, kind, happenedOn, toUnitId: after.unitId };
  if (kind === "POST_CHANGED") return { id, version, kind, happenedOn, postType, rankLevel, isLeader };

  return { id, version, kind, happenedOn, employmentType, agencyName: after.agencyName ?? undefined };
}

const wordsOf: Partial<Record<keyof Values, Readonly<Record<string, string>>>> = {
  postType: postWords,
  rankLevel: rankWords,
  employmentType: employmentWords,
  hukouScope: hukouScopeWords,
  hukouType: hukouTypeWords,
  politicalStatus: politicalWords,
  mobileOwner: mobileOwnerWords,
};

/** What changes, in words: old → new. Addresses are class 2 and are not shown; a phone is masked. */
export function differencesOf(before: Values, after: Values, unitName: (id: string) => string): Difference[] {
  const word = (field: keyof Values, value: Values[keyof Values]) => {
    if (value === null || value === "") return "空";
    if (field === "unitId") return unitName(String(value));
    if (field === "hukouAddress" || field === "address") return value === after[field] ? "改为表里填的" : "原来填的";
    if (field === "mobile") return maskPhone(String(value));
    if (typeof value === "boolean") return value ? "是" : "否";

    return wordsOf[field]?.[value] ?? value;
  };

  return (Object.keys(after) as (keyof Values)[])
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      header: headers.get(fieldKeys[field] ?? field) ?? field,
      before: word(field, before[field]),
      after: word(field, after[field]),
    }));
}
