import { encryptField, blindIndex } from "@/lib/crypto";
import { addDays, addMonths, dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { pinyinKey, tokensOf } from "@/lib/people/search/rules";
import type { SeedRows } from "./bulk";
import type { Draft } from "./drafts";
import { ethnicityOf, nameOf } from "./names";
import { bankCardOf, mobileOf } from "./numbers";
import { dice, idAt } from "./random";

type PersonRow = SeedRows["person"];

/** A draft with the id that everything else points to. */
export type Person = Draft & { id: string; mobile: string | null };

/** The roster was taken over into the portal two and a half years before today. */
export function takenOverOn(today: CivilDate): CivilDate {
  return addMonths(today, -30);
}

/** Gives every draft its id and phone. */
export function personsOf(drafts: readonly Draft[], today: CivilDate): Person[] {
  const day = takenOverOn(today);
  return drafts.map((draft) => {
    const since = draft.hiredOn > day ? draft.hiredOn : day;
    const hasPhone = !draft.aids.includes("NO_PHONE") && draft.status !== "DECEASED";
    return {
      ...draft,
      id: idAt(instantAt(since, "09:30"), "person", draft.row),
      mobile: hasPhone ? mobileOf(draft.row) : null,
    };
  });
}

const AGENCIES = ["津洁劳务服务公司（演示）", "顺达人力资源公司（演示）", "众诚劳务派遣公司（演示）"];

/** The stored row of a person, numbers encrypted under the row's own id. */
export function personRow(person: Person, today: CivilDate): PersonRow {
  const { id, unit, idNo, isMigrant, employmentType } = person;
  const since = instantAt(person.hiredOn > takenOverOn(today) ? person.hiredOn : takenOverOn(today), "09:30");
  return {
    id,
    bureauId: unit.bureauId,
    unitId: unit.id,
    staffNo: person.staffNo,
    name: person.name,
    pinyin: pinyinKey(person.name),
    idNoCipher: encryptField(idNo, { table: "person", column: "id_no_cipher", rowId: id }),
    idNoIndex: blindIndex(idNo),
    sex: person.sex,
    birthDate: dateColumn(person.birth),
    ethnicity: ethnicityOf(person.name, person.row),
    politicalStatus: person.politicalStatus,
    hukouScope: isMigrant ? "OUTSIDE" : "LOCAL",
    hukouType: person.isRural ? "RURAL" : "URBAN",
    ...homeOf(person),
    ...permitOf(person),
    employmentType,
    agencyName: employmentType === "DISPATCH" ? dice("agency", person.row).pick(AGENCIES) : null,
    contractStart: columnOrNull(person.contractStart),
    contractEnd: columnOrNull(person.contractEnd),
    hireDate: dateColumn(person.hiredOn),
    postType: person.postType,
    postTitle: person.postTitle ?? null,
    rankLevel: person.rankLevel,
    isLeader: person.isLeader,
    status: person.status,
    retireDate: columnOrNull(person.retiredOn),
    retireKind: person.retireKind ?? null,
    ...contactsOf(person),
    ...moneyOf(person),
    ...needsOf(person),
    ...unionOf(person, today),
    isDemo: true,
    createdAt: since,
    updatedAt: since,
  };
}

/** Search words of a person, as the roster writes them at every save. */
export function tokensFor(person: Person): { id: string; tokens: string[] } {
  return { id: person.id, tokens: tokensOf(person) };
}

const FAR_HOMES = ["河北省", "河南省", "山东省", "安徽省", "黑龙江省", "四川省", "山西省", "甘肃省"];

/** Where somebody is registered and where they live; every place is marked as invented. */
function homeOf({ row, isMigrant, isRural }: Person): Pick<PersonRow, "hukouAddress" | "address"> {
  const { pick, between } = dice("home", row);
  const far = `${pick(FAR_HOMES)}演示县${isRural ? "柳湾乡" : "城关镇"}${between(1, 90)}号`;
  const near = `演示区环湖街${pick(["和顺里", "安居里", "同庆里", "春晓里"])}${between(1, 30)}号楼${between(1, 6)}门${between(1, 6)}0${between(1, 4)}室`;
  return { hukouAddress: isMigrant ? far : near, address: near };
}

/** Who sleeps in a dormitory lives there. */
export function atHome(row: PersonRow, homes: ReadonlyMap<string, string>): PersonRow {
  const home = homes.get(row.id);

  return home ? { ...row, address: home } : row;
}

function permitOf({ row, permitEnd }: Person): Pick<PersonRow, "residencePermitNo" | "residencePermitExpiry"> {
  if (!permitEnd) return { residencePermitNo: null, residencePermitExpiry: null };
  return { residencePermitNo: `JZ129900${String(row).padStart(8, "0")}`, residencePermitExpiry: dateColumn(permitEnd) };
}

function contactsOf({ row, mobile, name }: Person) {
  const { chance, pick } = dice("contacts", row);
  const owner = chance(0.92) ? ("SELF" as const) : pick(["SPOUSE", "CHILD", "COLLEAGUE"] as const);
  const relation = pick(["配偶", "配偶", "子女", "兄弟姐妹"]);
  const named = chance(0.7)
    ? {
        emergencyName: nameOf(relation === "配偶" ? "FEMALE" : "MALE", 20_000 + row),
        emergencyRelation: relation,
        emergencyPhone: mobileOf(20_000 + row),
      }
    : { emergencyName: null, emergencyRelation: null, emergencyPhone: null };
  return { mobile, mobileOwner: mobile ? owner : null, ...(name ? named : {}) };
}

function moneyOf({ id, row, unit }: Person): Pick<PersonRow, "bankName" | "bankCardCipher" | "bankCardTail"> {
  if (unit.sphere === "GRASSROOTS" && !dice("bank", row).chance(0.8))
    return { bankName: null, bankCardCipher: null, bankCardTail: null };
  const card = bankCardOf(row);
  return {
    bankName: "演示银行环湖支行",
    bankCardCipher: encryptField(card, { table: "person", column: "bank_card_cipher", rowId: id }),
    bankCardTail: card.slice(-4),
  };
}

function needsOf({
  id,
  health,
  aids,
}: Person): Pick<PersonRow, "healthFlagsCipher" | "needsGreenChannel" | "literacyAids"> {
  const place = { table: "person", column: "health_flags_cipher", rowId: id };
  return {
    healthFlagsCipher: health.length > 0 ? encryptField(JSON.stringify(health), place) : null,
    needsGreenChannel: health.length > 0,
    literacyAids: aids,
  };
}

/** Whether and since when somebody is in the union. */
export function unionOf(
  { row, hiredOn, employmentType }: Person,
  today: CivilDate,
): Pick<PersonRow, "unionMember" | "unionJoinedOn"> {
  const isMember = employmentType === "ESTABLISHED" || dice("union", row).chance(0.82);
  const joined = addDays(hiredOn, 90);
  return isMember && joined < today
    ? { unionMember: true, unionJoinedOn: dateColumn(joined) }
    : { unionMember: false, unionJoinedOn: null };
}

function columnOrNull(civil: CivilDate | undefined): Date | null {
  return civil ? dateColumn(civil) : null;
}
