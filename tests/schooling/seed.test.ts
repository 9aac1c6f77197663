import { describe, expect, it } from "vitest";
import { dormitoriesOf } from "@/prisma/seed/dormitories";
import { familiesOf } from "@/prisma/seed/families";
import { latestIntake, schoolingOf } from "@/prisma/seed/schooling";
import { theatreOn } from "@/prisma/seed/theatre";

/** A weekend, 29 February, 31 December, 正月初一, the day before and the first day of a school year. */
const days = ["2026-11-22", "2028-02-29", "2026-12-31", "2026-02-17", "2026-08-31", "2026-09-01", "2026-10-10"];

describe.each(days)("the placements of the demonstration on %s", (today) => {
  const theatre = theatreOn(today);
  const { homes } = dormitoriesOf(theatre, familiesOf(theatre.people, today));
  const { rows, lives } = schoolingOf(theatre, homes);
  const latest = latestIntake(today);
  const count = (is: (row: (typeof rows.school_placement)[number]) => unknown) =>
    rows.school_placement.filter(is).length;

  it("are 5 and 6 children at school, one who is not, and three open ones in different stages", () => {
    expect(count(({ outcome, intakeYear }) => outcome === "PUBLIC" && intakeYear === latest - 1)).toBe(5);
    expect(count(({ outcome, intakeYear }) => outcome === "PUBLIC" && intakeYear === latest)).toBe(6);
    expect(count(({ outcome }) => outcome === "UNRESOLVED")).toBe(1);
    const open = lives.filter(({ facts }) => ["open", "waiting"].includes(facts.status));
    expect(open.map(({ facts }) => facts.stage)).toEqual(["PREPARING", "UNIT_CHECK", "COORDINATING"]);
    expect(count(({ intakeYear }) => intakeYear === latest + 1)).toBe(3);
    expect(count(({ needsCoordination, outcome }) => needsCoordination && !outcome)).toBe(1);
    const chen = theatre.people.find(({ staffNo }) => staffNo === "50003");
    expect(count(({ parentId }) => parentId === chen?.id)).toBe(1);
    expect(chen?.permitEnd && chen.permitEnd > today).toBe(true);
  });

  it("have been through each of the usual mistakes once", () => {
    const notes = lives.flatMap(({ events }) => events.flatMap(({ kind, note }) => (note ? [`${kind} ${note}`] : [])));
    for (const slip of [
      /^giveUp 租房备案不满六个月/,
      /^return .*在外区缴的/,
      /^failedReturn 居住证在初审和复审之间到期/,
    ])
      expect(notes.filter((text) => slip.test(text))).toHaveLength(1);
    expect(rows.school_material.filter(({ problem }) => problem?.includes("地址"))).toHaveLength(1);
    expect(rows.school_check.filter(({ isPassed }) => !isPassed)).toHaveLength(1);
    expect(["WORKER", "NONE"].map((kind) => count(({ otherParent }) => otherParent === kind))).toEqual([1, 1]);
  });

  it("tell nothing of today or later, and no two children have one number", () => {
    const times = lives.flatMap(({ events }) => events.map(({ at }) => new Date(at).toISOString()));
    expect(times.every((time) => time < `${today}T00:00:00Z`)).toBe(true);
    const indexes = rows.school_placement.map(({ childIdIndex }) => childIdIndex);
    expect(new Set(indexes).size).toBe(indexes.length);
    expect(
      rows.school_placement.every(({ enrolledOn }) => !enrolledOn || new Date(enrolledOn).toISOString() < today),
    ).toBe(true);
  });
});
