import { springFestivalOf } from "@/lib/calendar/rules";
import { dateColumn, type CivilDate } from "@/lib/dates";
import { candidateOf } from "@/lib/hardship/campaigns/candidates/rules";
import { finishBy } from "@/lib/hardship/campaigns/rules";
import type { Actress } from "./accounts";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Family } from "./families";
import type { Person } from "./person-rows";
import { at, idAt, of } from "./random";
import { momentOn } from "./workdays";

type Rows = Pick<
  { [T in keyof SeedRows]: SeedRows[T][] },
  "visit_campaign" | "campaign_step" | "campaign_report" | "visit_row"
>;
type File = SeedRows["hardship_file"];
type Row = SeedRows["visit_row"];

const none: Rows = { visit_campaign: [], campaign_step: [], campaign_report: [], visit_row: [] };

/** Stations that have not said yet that they are through with their households. */
export const unreported = 2;

/** Households that no table knows of: their units added them, with what they know. */
const added = [
  ["SICK", "今年看病自付的多，还没有建档，单位核实情况属实。"],
  ["RETIRED", "退休多年，一个人过，身边没有子女。"],
  ["WIDOWED", "爱人生前也是本单位职工，现在一个人带孩子。"],
  ["SICK", "家里老人长期要人照料，今年开销大。"],
] as const;

/**
 * The campaign of the coming Spring Festival in 摸底, from November on: candidates with their reasons, two units that have
 * not reported, one household that its unit wants off and one that was taken off. Nothing is granted or signed.
 * @param latest year of the last festival that is over
 */
export function comingVisitsOf(
  theatre: Theatre,
  families: readonly Family[],
  files: readonly File[],
  latest: number,
): Rows {
  const { today, cast, ground, line } = theatre;
  const year = latest + 1;
  if (today < `${latest}-11-01`) return none;
  const festival = springFestivalOf(year) ?? `${year}-02-08`;
  const officer = of(cast, "2003");
  const openedOn = line.on(-6) >= `${latest}-11-01` ? line.on(-6) : line.on(-1);
  const opened = momentOn(openedOn, 40);
  const id = idAt(opened, "visit campaign", year);
  const by = { campaignId: id, actorId: officer.accountId, actorName: officer.name };
  const step = (move: string, minute: number, toStage: "DRAFT" | "SURVEY", note: string | null) => {
    const at = momentOn(openedOn, minute);

    return { ...by, id: idAt(at, `campaign ${move}`, year), at, move, toStage, note };
  };
  const rows = rowsOf(theatre, { families, files, latest, id, opened });

  return {
    visit_campaign: [
      {
        id,
        bureauId: ground.bureauId,
        year,
        name: `${year}年春节走访慰问`,
        stage: "SURVEY",
        standardFen: 50_000n,
        goods: "米、面、油",
        festivalOn: dateColumn(festival),
        finishBy: dateColumn(finishBy(ground.calendar, festival).on),
        createdById: officer.accountId,
        createdAt: opened,
        version: 2,
      },
    ],
    campaign_step: [
      step("create", 40, "DRAFT", null),
      step("open", 60, "SURVEY", `系统列出 ${rows.length - added.length} 户`),
    ],
    campaign_report: reportsOf(theatre, id, line.on(-1)),
    visit_row: rows,
  };
}

function reportsOf({ cast, tree }: Theatre, campaignId: string, on: CivilDate): Rows["campaign_report"] {
  return tree.stations.slice(0, -unreported).map((station, i) => {
    const liaison: Actress = of(cast, `300${i + 1}`);

    return {
      campaignId,
      unitId: station.id,
      reportedAt: momentOn(on, 30 + i * 12),
      reportedById: liaison.accountId,
      reportedByName: liaison.name,
      note: i === 0 ? "逐户问过，加了一户。" : null,
    };
  });
}

type Plan = { families: readonly Family[]; files: readonly File[]; latest: number; id: string; opened: Date };

function rowsOf(theatre: Theatre, { families, files, latest, id, opened }: Plan): Row[] {
  const people = new Map(theatre.people.map((person) => [person.id, person]));
  const officer = of(theatre.cast, "2003");
  const fileOf = new Map(files.map((file) => [file.householdId, file]));
  const rowOf = (family: Family, i: number, given: Pick<Row, "category" | "reason"> & Partial<Row>): Row => {
    const head: Person = of(people, family.household.headId);
    const file = fileOf.get(family.household.id);

    return {
      id: idAt(opened, `coming visit ${latest + 1}`, i),
      campaignId: id,
      householdId: family.household.id,
      personId: head.id,
      unitId: head.unit.id,
      fileId: file?.id ?? null,
      level: file?.state === "ON_FILE" ? (file.level ?? null) : null,
      orderNo: "",
      amountFen: 50_000n,
      addedById: officer.accountId,
      addedAt: opened,
      ...given,
    };
  };
  const onFile = families.filter(({ household }) => fileOf.get(household.id)?.state === "ON_FILE");
  const known = onFile.flatMap((family, i) => {
    const file = fileOf.get(family.household.id);
    const candidate = candidateOf({
      file: file?.state ? { state: file.state, level: file.level ?? null } : null,
      last: { year: latest, category: "HARDSHIP" },
      honours: [],
      status: of(people, family.household.headId).status,
    });

    return candidate ? [rowOf(family, i, { ...candidate, ...specialOf(i, opened) })] : [];
  });
  const others = families.filter(({ household }) => !fileOf.has(household.id));
  const byUnits = added.map(([category, reason], i) =>
    rowOf(at(others, 20 + i * 31), 500 + i, { category, reason, addedAt: new Date(opened.getTime() + 86_400_000) }),
  );

  return [...known, ...byUnits];
}

/** One that its unit wants off, one that the officer has taken off. */
function specialOf(i: number, opened: Date): Partial<Row> {
  if (i === 7) return { offAskedReason: "全家已经搬回老家，今年春节不在本市。" };
  if (i === 12)
    return { takenOffAt: new Date(opened.getTime() + 3_600_000), takenOffReason: "家里情况好转，本人说不用再慰问。" };

  return {};
}
