import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mintPermit, type Permit } from "@/lib/auth/permit";
import { grantsFor, type Verb } from "@/lib/auth/verbs";
import { instantAt, monthAfter, monthOf } from "@/lib/dates";
import { newId } from "@/lib/id";
import { keepWaiver } from "@/lib/insurance/gaps/commands";
import { settleGaps } from "@/lib/insurance/gaps/course/commands";
import { countDifferences } from "@/lib/insurance/differences/queries";
import { insuranceMovements, unitTotals } from "@/lib/insurance/figures/queries";
import { sumTotals } from "@/lib/insurance/figures/rules";
import { rateText } from "@/lib/insurance/ledgers/rules";
import { listInsured } from "@/lib/insurance/list/queries";
import { PeopleFilter } from "@/lib/insurance/list/schema";
import { overlaps, owedSchemes, schemes } from "@/lib/insurance/rules";
import { changeStages, transferStages } from "@/lib/insurance/stages/rules";
import { writeDemo, demoRows } from "@/prisma/seed";
import { db } from "@/prisma/client";
import { insuranceOf, insuranceTotals } from "@/prisma/seed/insurance";
import { listDifferencesPlanned } from "@/prisma/seed/insurance-list";
import { theatreOn } from "@/prisma/seed/theatre";
import { aWaiver } from "./bureau";
import { countSql } from "../setup/count-sql";
import { resetDatabase } from "../setup/database";

/** A weekend, 29 February, the last day of a year, 正月初一, a make-up Saturday. */
const days = ["2026-11-22", "2028-02-29", "2026-12-31", "2026-02-17", "2026-10-10"];

describe.each(days)("the demonstration's insurance on %s", (today) => {
  const theatre = theatreOn(today);
  const demo = insuranceOf(theatre);
  for (const life of demo.lives) life.number = String(life.given.row);
  const rows = demo.finish();
  const month = monthOf(today);

  it("has 4,860 who ought to be insured and 3,902 who are, by the rule itself", () => {
    const has = new Map<string, Set<string>>();
    for (const row of rows.enrolment) {
      if (row.startMonth > month || (row.endMonth && row.endMonth < month)) continue;
      has.set(row.personId, (has.get(row.personId) ?? new Set()).add(row.scheme));
    }
    const owed = theatre.people.filter(
      (person) =>
        owedSchemes({ ...person, birthDate: person.birth, hireDate: person.hiredOn }, month, { isOverAgeOn: true })
          .length === schemes.length,
    );
    expect(owed).toHaveLength(insuranceTotals.owed);
    expect(owed.filter(({ id }) => has.get(id)?.size === 5)).toHaveLength(insuranceTotals.insured);
    expect(rows.gap_note).toHaveLength(958);
    for (const [reason, count] of Object.entries(insuranceTotals.gap))
      expect(rows.gap_note.filter((note) => note.reason === reason)).toHaveLength(count);
  });

  it("gained 1,258 people over the last 24 months, none in the future, and no period overlaps another", () => {
    const gained = rows.enrolment.filter(({ isGained, scheme }) => isGained && scheme === "PENSION");
    expect(new Set(gained.map(({ personId }) => personId)).size).toBe(insuranceTotals.gained);
    const months = new Set(gained.map(({ startMonth }) => startMonth));
    expect([...months].sort().at(0)).toBe(monthAfter(month, -23));
    expect([...months].sort().at(-1)).toBe(month);
    expect(months.size).toBe(24);
    const periods = new Map<string, typeof rows.enrolment>();
    for (const row of rows.enrolment) {
      const key = `${row.personId} ${row.scheme}`;
      periods.set(key, [...(periods.get(key) ?? []), row]);
    }
    for (const [one, other] of [...periods.values()].filter(({ length }) => length > 1)) {
      if (!one || !other) continue;
      const asPeriod = ({ startMonth, endMonth }: typeof one) => ({ startMonth, endMonth: endMonth ?? null });
      expect(overlaps(asPeriod(one), asPeriod(other))).toBe(false);
    }
  });

  it("has the office's list of last month, each number once and kept as mask and index", () => {
    const lines = rows.office_list_line;
    expect(new Set(lines.map((line) => line.idNoIndex)).size).toBe(lines.length);
    expect(new Set(lines.map((line) => line.month))).toEqual(new Set([monthAfter(month, -1)]));
    expect(lines.every(({ idNoMask }) => /^\d\*{16}[\dX]$/.test(idNoMask))).toBe(true);
    expect(rows.import_batch).toMatchObject([{ rowsWritten: lines.length, state: "DONE" }]);
  });

  it("has a form and a transfer in every stage that somebody can see", () => {
    const stages = demo.lives.map(({ facts }) => `${facts.stageTable} ${facts.stage}`);
    for (const stage of Object.keys(changeStages)) expect(stages).toContain(`insurance ${stage}`);
    for (const stage of Object.keys(transferStages))
      if (!["WITHDRAWN", "VOID"].includes(stage)) expect(stages).toContain(`insurance-transfer ${stage}`);
  });
});

describe("the gap report in the database (scenario 4)", () => {
  const today = "2026-10-10";
  beforeAll(async () => {
    await resetDatabase();
    await writeDemo(demoRows(today, { password: "none", pin: "none" }));
  }, 120_000);
  afterAll(resetDatabase);

  async function permitOf<V extends Verb>(staffNo: string, verb: V, unitId?: string): Promise<Permit<V>> {
    const account = await db.account.findFirstOrThrow({ where: { loginName: staffNo }, include: { person: true } });
    const grants = unitId
      ? [{ role: "LIAISON" as const, programme: "", unitIds: [unitId] }]
      : staffNo === "1001"
        ? [{ role: "LEADER" as const, programme: "", unitIds: [] }]
        : [{ role: "OFFICER" as const, programme: "insurance", unitIds: [] }];
    const actor = {
      accountId: account.id,
      personId: account.personId,
      bureauId: account.bureauId,
      name: account.person.name,
      loginName: staffNo,
      kind: "STAFF" as const,
      grants,
      sessionId: newId(),
      mustChange: false,
      ip: null,
    };

    return mintPermit(verb, actor, grantsFor(verb, grants), {
      now: instantAt(today, "09:00"),
      today,
      requestId: newId(),
    });
  }

  it("counts 应参保 4,860, 五险齐全 3,902, 缺口 958 = 402+318+141+97, 80.29%, 1,258; a waiver changes nothing", async () => {
    const boss = await permitOf("1001", "insurance.totals");
    const totals = async () => sumTotals(await unitTotals(boss));
    expect(await totals()).toMatchObject({
      roster: 5_120,
      owed: 4_860,
      full: 3_902,
      gap: 958,
      fresh: 0,
      UNWILLING: 402,
      RESIDENT: 318,
      ORIGIN: 141,
      PAPERS: 97,
      AGENCY: 0,
      OVER_AGE: 0,
      OTHER: 0,
      noReason: 0,
    });
    expect(rateText(3_902, 4_860)).toBe("80.29%");
    expect((await insuranceMovements(boss)).gained).toBe(1_258);
    const officer = await permitOf("2002", "insurance.pursue");
    const note = await db.gapNote.findFirstOrThrow({ where: { reason: "UNWILLING", waiverOn: null } });
    await keepWaiver(officer, { personId: note.personId, waiverOn: today, file: aWaiver() });
    expect((await totals()).gap).toBe(958);
    expect((await totals()).UNWILLING).toBe(402);
  });

  it("has a handful of each kind of difference, three of them decided or asked about", async () => {
    const officer = await permitOf("2002", "insurance.compare");
    const counts = await countDifferences(officer, "2026-09");
    const { ONLY_THERE, ONLY_HERE, SCHEMES, BASE } = listDifferencesPlanned;
    expect(counts).toEqual({
      ...{ ONLY_THERE, ONLY_HERE: ONLY_HERE - 1, SCHEMES: SCHEMES - 1, BASE: BASE - 1 },
      ...{ open: ONLY_THERE + ONLY_HERE + SCHEMES + BASE - 3, asked: 2, done: 1 },
    });
    const started = performance.now();
    await countDifferences(officer, "2026-09");
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("lists the same 958 page by page, in eight statements a page however long the list", async () => {
    const officer = await permitOf("2002", "insurance.view");
    expect(await settleGaps(officer)).toEqual({ opened: 0, closed: 0 });
    const seen = new Set<string>();
    let after: string | undefined;
    let pages = 0;
    for (;;) {
      const { result, statements } = await countSql(() => listInsured(officer, PeopleFilter.parse({ after })));
      expect(statements).toHaveLength(8);
      expect(result.counts.extend).toBeGreaterThan(0);
      expect(result.counts).toMatchObject({
        gap: 958,
        fresh: 0,
        full: 3_902,
        owed: 4_860,
        gained: 1_258,
        overAge: 278,
      });
      for (const { id } of result.rows) seen.add(id);
      pages += 1;
      if (!result.next) break;
      after = result.next;
    }
    expect([seen.size, pages]).toEqual([958, 20]);
    const started = performance.now();
    await listInsured(officer, PeopleFilter.parse({}));
    // the database's own limit for a page is two seconds; this is a shared machine
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
