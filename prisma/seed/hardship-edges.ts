import { addDays, addMonths, dateColumn, type CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import type { CancelReason } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import type { Family } from "./families";
import type { Means } from "./hardship-facts";
import type { Person } from "./person-rows";
import { at } from "./random";

type FileRow = SeedRows["hardship_file"];
/** How a file that was once on file stands today. */
export type Ending = Pick<
  FileRow,
  "state" | "removedOn" | "cancelReason" | "removedNote" | "keepUntil" | "reviewDueOn"
>;
/** A household whose file is on file no longer; told in the portal as an ordinary application, long ago. */
export type EdgeCase = {
  family: Family;
  head: Person;
  row: number;
  reached: "ON_FILE";
  place: number;
  means: Means;
} & {
  ending: Ending;
};

/** Row of the household that was lifted, reviewed and has fallen back since. */
export const fallenBackRow = 600;
/** Row on file whose head has retired since. */
export const retiredRow = 10;

const reasons: readonly { reason: CancelReason; note: string }[] = [
  { reason: "LEFT", note: "合同到期离开单位，档案注销。" },
  { reason: "DECEASED", note: "户主去世，家属的困难转由临时救助。" },
  { reason: "MOVED_OUT", note: "调往外单位，档案转出。" },
  { reason: "FALSE_STATEMENT", note: "核实有一辆自家用的小汽车，申请时没有说明。" },
];

/** Who has gone, and who has retired, with a family of which nothing else in the demo knows. */
export function edgeHeads(people: readonly Person[], today: CivilDate): Person[] {
  const longAgo = addDays(today, -1_300);
  const gone = (status: Person["status"]) =>
    people.find(
      (one) =>
        one.status === status &&
        !one.isMigrant &&
        one.hiredOn < longAgo &&
        one.goneOn &&
        one.goneOn > addDays(today, -400),
    );
  const retired = people.find(
    ({ status, retiredOn, goneOn, unit, staffNo }) =>
      status === "RETIRED" &&
      !goneOn &&
      unit.type === "TEAM" &&
      Number(staffNo) > 60_100 &&
      retiredOn &&
      retiredOn > addDays(today, -700),
  );
  const heads = [gone("LEFT"), gone("DECEASED"), gone("TRANSFERRED_OUT"), retired];

  return heads.map((head) => {
    if (!head) throw new RangeError("nobody in the demo fits an edge household");

    return head;
  });
}

/**
 * One file cancelled for each reason, and one lifted whose household applies again (domain.md §6a).
 * @param spare active households that no other file belongs to
 */
export function edgeCases(
  { today, line }: Theatre,
  edges: readonly { family: Family; head: Person }[],
  spare: readonly { family: Family; head: Person }[],
): EdgeCase[] {
  const told = { reached: "ON_FILE", place: -430, means: "deep" } as const;
  const cancelled = reasons.map(({ reason, note }, i): EdgeCase => {
    const { family, head } = reason === "FALSE_STATEMENT" ? at(spare, 0) : at(edges, i);
    const on = head.goneOn ? addDays(head.goneOn, 5) : line.on(-60);

    return {
      ...told,
      family,
      head,
      row: fallenBackRow + 1 + i,
      ending: { state: "CANCELLED", cancelReason: reason, ...off(on, today, note) },
    };
  });

  return [
    ...cancelled,
    {
      ...told,
      ...at(spare, 1),
      row: fallenBackRow,
      ending: {
        state: "APPLYING",
        cancelReason: null,
        ...off(line.on(-240), today, "孩子工作了，收入超过标准，脱困。"),
      },
    },
  ];
}

function off(on: CivilDate, today: CivilDate, removedNote: string) {
  const years = parameters["hardship.keepYears"].fallback;
  const day = on < today ? on : addDays(today, -1);

  return {
    removedOn: dateColumn(day),
    removedNote,
    keepUntil: dateColumn(addMonths(day, 12 * years)),
    reviewDueOn: null,
  };
}
