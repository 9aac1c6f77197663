import { beforeAll, describe, expect, it } from "vitest";
import { ageOn, daysBetween } from "@/lib/dates";
import { refuseOverAge } from "@/lib/people/retirement/rules";
import { checkIdNo, isMobile, isStaffNo, refuseMinor, refuseName } from "@/lib/people/rules";
import type { Theatre } from "@/prisma/seed/case-teller";
import { frontlineTotals } from "@/prisma/seed/frontline";
import type { Person } from "@/prisma/seed/person-rows";
import { goneTotals, retireeTotals } from "@/prisma/seed/retirees";
import { theatreOn } from "@/prisma/seed/theatre";
import { divisionPlans, stationPlans } from "@/prisma/seed/units";

/** A weekend, a public holiday, 29 February, the last day of a year, 正月初一, a make-up Saturday. */
const days = ["2026-11-22", "2026-10-01", "2028-02-29", "2026-12-31", "2026-02-17", "2026-10-10"];

describe.each(days)("the bureau on %s", (today) => {
  let theatre: Theatre;
  let people: readonly Person[];
  beforeAll(() => {
    theatre = theatreOn(today);
    people = theatre.people;
  });

  const inService = (person: Person) => person.status === "ACTIVE" || person.status === "OFF_POST";
  const count = (is: (person: Person) => boolean) => people.filter(is).length;

  it("has exactly the headcounts of the domain guide", () => {
    const frontline = people.filter((person) => inService(person) && person.unit.sphere === "GRASSROOTS");
    expect(frontline).toHaveLength(5_000);
    for (const { code, headcount } of stationPlans) {
      expect(frontline.filter(({ unit }) => unit.code.startsWith(code))).toHaveLength(headcount);
    }
    for (const [type, { persons, migrants }] of Object.entries(frontlineTotals)) {
      const ofType = frontline.filter(({ employmentType }) => employmentType === type);
      expect([type, ofType.length, ofType.filter(({ isMigrant }) => isMigrant).length]).toEqual([
        type,
        persons,
        migrants,
      ]);
    }
    expect(frontline.filter(({ isMigrant }) => isMigrant)).toHaveLength(3_410);
    expect(count((person) => inService(person) && person.unit.sphere === "OFFICE")).toBe(120);
    for (const { name, headcount } of divisionPlans) {
      expect(count((person) => inService(person) && person.unit.name === name)).toBe(headcount);
    }
    expect(count(({ status }) => status === "RETIRED")).toBe(1_036);
    expect(count(({ status, employmentType }) => status === "RETIRED" && employmentType === "SERVICE_AGREEMENT")).toBe(
      retireeTotals.rehired,
    );
    for (const [status, total] of Object.entries(goneTotals)) {
      expect(count((person) => person.status === status)).toBe(total);
    }
    expect(
      count(({ unit, isLeader, rankLevel }) => unit.type === "BUREAU" && isLeader && rankLevel.endsWith("DIVISION")),
    ).toBe(9);
  });

  it("holds nobody whom the forms would refuse", () => {
    const seen = new Set<string>();
    for (const person of people) {
      const check = checkIdNo(person.idNo, today);
      expect(check).toMatchObject({ ok: true, sex: person.sex, birthDate: person.birth });
      expect(person.idNo.startsWith("129900")).toBe(true);
      expect(refuseName(person.name)).toBeUndefined();
      expect(isStaffNo(person.staffNo)).toBe(true);
      if (person.mobile) expect(isMobile(person.mobile) && person.mobile.startsWith("154")).toBe(true);
      expect(refuseMinor(person.birth, person.hiredOn)).toBeUndefined();
      expect(person.hiredOn < today && (person.retiredOn ?? "") <= today).toBe(true);
      if (inService(person)) {
        const { sex, birth: birthDate, postType, employmentType } = person;
        expect(refuseOverAge({ sex, birthDate, postType, employmentType }, today)).toBeUndefined();
        expect(daysBetween(person.hiredOn, today)).toBeGreaterThan(30);
      }
      seen.add(person.idNo).add(person.staffNo);
    }
    expect(seen.size).toBe(people.length * 2);
  });

  it("keeps what can be tried: papers that run out, aids, illness, namesakes", () => {
    const left = (person: Person) => (person.permitEnd ? daysBetween(today, person.permitEnd) : 999);
    expect(count((person) => left(person) >= 0 && left(person) <= 60)).toBe(109);
    expect(count((person) => left(person) < 0)).toBe(35);
    expect(count(({ health }) => health.length > 0)).toBe(99);
    expect(count(({ aids }) => aids.length > 0)).toBeGreaterThan(400);
    const names = new Map<string, number>();
    for (const { unit, name } of people) names.set(`${unit.id}${name}`, (names.get(`${unit.id}${name}`) ?? 0) + 1);
    expect([...names.values()].filter((times) => times > 1).length).toBeGreaterThanOrEqual(3);
    expect(count((person) => inService(person) && ageOn(person.birth, today) > 70)).toBe(0);
  });

  it("gives every demo number to the person it is printed for", () => {
    const units = Object.fromEntries([...theatre.cast.values()].map(({ staffNo, unit }) => [staffNo, unit.name]));
    expect(units).toMatchObject({
      "1001": theatre.tree.bureau.name,
      "2001": "办公室（接待办）",
      "2002": "人事科",
      "2003": "工会",
      "2004": "后勤科",
      "2005": "工会",
      "3001": "环卫一所",
      "3002": "环卫二所",
    });
    const top = (staffNo: string) => people.find((person) => person.staffNo === staffNo)?.unit.code.slice(0, 2);
    expect(["50001", "50002", "50003", "50004", "50005"].map(top)).toEqual(["31", "31", "31", "32", "32"]);
    expect(people.find(({ staffNo }) => staffNo === "60001")?.status).toBe("RETIRED");
  });
});
