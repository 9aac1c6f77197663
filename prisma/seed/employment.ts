import { addDays, dateColumn, instantAt, yearOf, type CivilDate } from "@/lib/dates";
import type { SeedRows } from "./bulk";
import { takenOverOn, type Person } from "./person-rows";
import { at, dice, idAt } from "./random";

type EventRow = SeedRows["employment_event"];
type Step = Pick<EventRow, "kind" | "detail"> & { on: CivilDate };

/** The dated history of everybody: hired, moved, retired, left. */
export function employmentRows(people: readonly Person[], today: CivilDate, createdById: string): EventRow[] {
  return people.flatMap((person) =>
    stepsOf(person, today).map(({ on, ...step }, i) => {
      const recorded = instantAt(on > takenOverOn(today) ? on : takenOverOn(today), "09:30");
      const createdAt = new Date(recorded.getTime() + i * 60_000);
      const unit = step.kind === "HIRED" || step.kind === "UNIT_CHANGED" ? { toUnitId: person.unit.id } : {};
      return {
        id: idAt(createdAt, `employment ${i}`, person.row),
        personId: person.id,
        happenedOn: dateColumn(on),
        createdById,
        createdAt,
        ...step,
        ...unit,
      };
    }),
  );
}

function stepsOf(person: Person, today: CivilDate): Step[] {
  const { hiredOn, retiredOn, goneOn, status, row } = person;
  const end = goneOn ?? retiredOn ?? today;
  const middle = addDays(hiredOn, Math.floor((Date.parse(end) - Date.parse(hiredOn)) / 86_400_000 / 2));
  const hasMoved = row % 31 === 8 && middle > addDays(hiredOn, 60);
  return [
    { kind: "HIRED", detail: "入职", on: hiredOn },
    ...(hasMoved ? [{ kind: "UNIT_CHANGED" as const, detail: "按作业需要调整班组", on: middle }] : []),
    ...(status === "OFF_POST"
      ? [
          {
            kind: "OFF_POST" as const,
            detail: dice("off post", row).pick(["病休", "内部退养"]),
            on: addDays(today, -30 - (row % 300)),
          },
        ]
      : []),
    ...(retiredOn ? [{ kind: "RETIRED" as const, detail: "到龄退休", on: retiredOn }] : []),
    ...(person.contractStart && status === "RETIRED"
      ? [{ kind: "REHIRED" as const, detail: "退休返聘，签订劳务协议", on: person.contractStart }]
      : []),
    ...(goneOn && status !== "RETIRED" ? [goneStep(status, goneOn)] : []),
  ];
}

function goneStep(status: Person["status"], on: CivilDate): Step {
  if (status === "DECEASED") return { kind: "DECEASED", detail: "因病去世", on };
  if (status === "TRANSFERRED_OUT") return { kind: "TRANSFERRED_OUT", detail: "调往外单位", on };
  return { kind: "LEFT", detail: "合同到期不再续签", on };
}

const HONOURS = [
  { name: "岗位明星", level: "UNIT", awardedBy: "环境卫生管理局", weight: 150 },
  { name: "优秀段组长", level: "UNIT", awardedBy: "环境卫生管理局", weight: 70 },
  { name: "先进工作者", level: "CITY", awardedBy: "区总工会", weight: 30 },
  { name: "五一劳动奖章", level: "PROVINCE", awardedBy: "市总工会", weight: 6 },
  { name: "劳动模范", level: "PROVINCE", awardedBy: "市人民政府", weight: 4 },
] as const;

/** 260 honours of the latest five years; 优秀段组长 only for those who lead a section or team. */
export function honourRows(people: readonly Person[], today: CivilDate, createdById: string): SeedRows["honour"][] {
  const serving = people.filter(({ status, unit }) => status === "ACTIVE" && unit.sphere === "GRASSROOTS");
  const heads = serving.filter(({ postType }) => postType === "SECTION_HEAD" || postType === "TEAM_HEAD");
  return HONOURS.flatMap(({ weight, ...honour }, h) =>
    Array.from({ length: weight }, (_, i) => {
      const pool = honour.name === "优秀段组长" ? heads : serving;
      const person = at(pool, (i * 37 + h * 11) % pool.length);
      const year = yearOf(today) - 1 - (i % 5);
      const createdAt = instantAt(addDays(takenOverOn(today), i), "14:00");
      return {
        id: idAt(createdAt, `honour ${h}`, i),
        personId: person.id,
        ...honour,
        year,
        certificate: `${year}演示${h}${String(i + 1).padStart(3, "0")}号`,
        createdById,
        createdAt,
      };
    }),
  );
}
