import type { Limits } from "@/lib/cases/clock/rules";
import type { CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { castOf } from "./accounts";
import type { Theatre } from "./case-teller";
import { everybody } from "./people";
import { personsOf } from "./person-rows";
import { seededCalendar } from "./settings";
import { unitTree } from "./units";
import { workdaysAround } from "./workdays";

/** Working days of memory: two years of reception days and some. */
const BACK = 620;

/** Time limits as the parameters have them at installation. */
const limits: Limits = {
  accept: parameters["cases.assignDays"].fallback,
  greenAccept: parameters["cases.greenAcceptDays"].fallback,
  simple: parameters["cases.simpleDays"].fallback,
  ordinary: parameters["cases.ordinaryDays"].fallback,
  complex: parameters["cases.complexDays"].fallback,
  extension: parameters["cases.extensionDays"].fallback,
  followUp: parameters["cases.followUpDays"].fallback,
  reopen: parameters["cases.reopenDays"].fallback,
};

/** The bureau and its people on that day, with everything the stories are told with. */
export function theatreOn(today: CivilDate): Theatre {
  const tree = unitTree();
  const people = personsOf(everybody(tree, today), today);
  const { calendar } = seededCalendar(today);
  return {
    ground: { calendar, limits, bureauId: tree.bureau.id },
    cast: castOf(people, tree, today),
    line: workdaysAround(calendar, today, BACK),
    tree,
    people,
    today,
  };
}
