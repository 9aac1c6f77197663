import { encryptField, blindIndex } from "@/lib/crypto";
import { addDays, addMonths, dateColumn, instantAt, yearOf, type CivilDate } from "@/lib/dates";
import { familyName } from "@/lib/masks";
import type { SeedRows } from "./bulk";
import { birthWithin } from "./drafts";
import { childNameOf, nameOf } from "./names";
import { idNumbers, sampleIdNos } from "./numbers";
import type { Person } from "./person-rows";
import { at, dice, idAt } from "./random";

type Household = SeedRows["household"];
type Member = SeedRows["family_member"];
/** A household, who works in the bureau and belongs to it, and who else does. */
export type Family = { household: Household; personIds: string[]; members: Member[] };

export const familyTotals = { single: 380, couples: 36 } as const;

type NextIdNo = ReturnType<typeof idNumbers>;

/**
 * 416 households: of the demo workers, of every tenth migrant or so, and of couples who both work here; behind them those
 * of `more`.
 */
export function familiesOf(people: readonly Person[], today: CivilDate, more: readonly Person[] = []): Family[] {
  const workers = people.filter(({ unit, status }) => status === "ACTIVE" && unit.sphere === "GRASSROOTS");
  const named = workers.filter(({ staffNo }) => Number(staffNo) >= 50_001 && Number(staffNo) <= 50_005);
  const others = workers.filter(({ staffNo, postTitle }) => Number(staffNo) > 50_100 && !postTitle);
  const men = others.filter(({ sex, birth }) => sex === "MALE" && birth < addMonths(today, -12 * 30));
  const women = others.filter(({ sex, birth }) => sex === "FEMALE" && birth < addMonths(today, -12 * 28));
  const couples = Array.from({ length: familyTotals.couples }, (_, i) => [at(men, i * 31 + 5), at(women, i * 29 + 3)]);
  const paired = new Set(couples.flat());
  const singles = others
    .filter((person, i) => i % 9 === 4 && !paired.has(person))
    .slice(0, familyTotals.single - named.length);
  const nextIdNo = idNumbers();
  const alone = (heads: readonly Person[]) => heads.map((person) => [person]);
  return [...alone(named), ...couples, ...alone(singles), ...alone(more)].map((heads, i) =>
    familyOf(heads, i, today, nextIdNo),
  );
}

function familyOf(persons: readonly Person[], i: number, today: CivilDate, nextIdNo: NextIdNo): Family {
  const head = at(persons, 0);
  const since = instantAt(addDays(today, -600 + (i % 300)), "10:00");
  const id = idAt(since, "household", i);
  const household = { id, bureauId: head.unit.bureauId, headId: head.id, createdAt: since };
  const members = [
    ...(persons.length === 1 ? [spouseOf(head, i, today)] : []),
    ...childrenOf(head, i, today, nextIdNo),
  ];
  return {
    household,
    personIds: persons.map((person) => person.id),
    members: members
      .map((member, n) => ({ ...member, id: idAt(since, `member ${i}`, n), householdId: id, createdAt: since }))
      .map(sealed),
  };
}

type Plain = Omit<Member, "id" | "householdId"> & { idNo?: string };

function spouseOf(head: Person, i: number, today: CivilDate): Plain {
  const { pick, between } = dice("spouse", i);
  const sex = head.sex === "MALE" ? "FEMALE" : "MALE";
  const birth = addDays(head.birth, between(-900, 900));
  const occupation = pick(["FARMING", "EMPLOYED", "EMPLOYED", "UNEMPLOYED", "UNABLE_TO_WORK"] as const);
  const income = { FARMING: 60_000, EMPLOYED: 310_000, UNEMPLOYED: 0, UNABLE_TO_WORK: 35_000 }[occupation];
  return {
    name: nameOf(sex, 30_000 + i),
    relation: "SPOUSE",
    birthDate: dateColumn(birth < today ? birth : head.birth),
    occupation,
    monthlyIncomeFen: BigInt(income + between(0, 9) * 1_000),
    medicalInsurance: occupation === "EMPLOYED" ? "职工医保" : "城乡居民医保",
  };
}

function childrenOf(head: Person, i: number, today: CivilDate, nextIdNo: NextIdNo): Plain[] {
  const { between, chance } = dice("children", i);
  if (head.staffNo === "50003") return [schoolChild(head)];
  return Array.from({ length: between(0, 2) }, (_, n) => {
    const birth = birthWithin(today, { from: 3, to: 17 }, 40_000 + i * 3 + n);
    const isSon = chance(0.52);
    const age = yearOf(today) - yearOf(birth);
    return {
      name: childNameOf(familyName(head.name), i * 3 + n),
      relation: isSon ? ("SON" as const) : ("DAUGHTER" as const),
      birthDate: dateColumn(birth),
      idNo: nextIdNo(birth, isSon ? "MALE" : "FEMALE", 40_000 + i * 3 + n),
      occupation: age < 6 ? ("PRESCHOOL" as const) : age < 16 ? ("SCHOOL_AGE" as const) : ("STUDENT" as const),
      monthlyIncomeFen: 0n,
      medicalInsurance: "城乡居民医保",
    };
  });
}

/** The child of the domain guide, for the school case of 50003. */
function schoolChild(head: Person): Plain {
  const idNo = sampleIdNos.child2020;
  return {
    name: `${familyName(head.name)}一诺`,
    relation: "SON",
    birthDate: dateColumn("2020-03-15"),
    idNo,
    occupation: "SCHOOL_AGE",
    monthlyIncomeFen: 0n,
    medicalInsurance: "城乡居民医保",
  };
}

function sealed({ idNo, ...member }: Plain & Pick<Member, "id" | "householdId">): Member {
  if (!idNo) return member;
  const place = { table: "family_member", column: "id_no_cipher", rowId: member.id };
  return { ...member, idNoCipher: encryptField(idNo, place), idNoIndex: blindIndex(idNo) };
}
