import { addDays, addMonths, civilOf, dateColumn, type CivilDate } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { requiredPapers } from "@/lib/schooling/checklist/rules";
import { listedWords } from "@/lib/schooling/checklist/words";
import { ofBoth } from "@/lib/schooling/parents/rules";
import type { AttachmentKind } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { idAt, of } from "./random";
import type { Placed } from "./schooling-lives";

const listed = parameters["schooling.papers"].fallback.split("、").flatMap((word) => listedWords[word] ?? []);

/** Papers that are here at the unit's check; the office's own certificates and the slip of March come later. */
const LATER: readonly AttachmentKind[] = ["EMPLOYMENT_PROOF", "DORMITORY_PROOF", "BOOKING_SLIP"];

/** What was handed in, as far as the placement has come; a permit that runs out before the second check wants renewing. */
export function papersOf({ cast, today }: Theatre, one: Placed): SeedRows["school_material"][] {
  const facts = {
    dwelling: one.dwelling,
    needsCoordination: one.dwelling === "DORMITORY",
    isApart: false,
    schoolStage: one.stage,
  };
  const wanted = requiredPapers(facts, listed);
  const isSettled = one.reached === "ENROLLED" || one.reached === "UNRESOLVED";
  const isPreparing = one.reached === "PREPARING";
  const here = wanted.filter((kind) => {
    if (isPreparing) return ["RESIDENCE_PERMIT", "HOUSEHOLD_BOOK", "ID_CARD"].includes(kind);
    if (one.reached === "COORDINATING") return kind !== "BOOKING_SLIP";

    return isSettled || !LATER.includes(kind);
  });
  const on = civilOf(one.life.last);
  const isSeen = !isPreparing && one.reached !== "UNIT_CHECK";

  return here.map((kind, i) => {
    const days = coverOf(one, kind, today);
    const isWrong = one.reached === "UNRESOLVED" && kind === "LEASE_FILING";
    const runsOut = isPreparing && kind === "RESIDENCE_PERMIT";
    const isElsewhere = one.reached === "UNIT_CHECK" && kind === "RESIDENCE_PERMIT";

    return {
      id: idAt(one.life.opened, `school paper ${one.row}`, i),
      placementId: one.id,
      kind,
      state:
        isWrong || runsOut || isElsewhere
          ? ("NEEDS_FIX" as const)
          : isSeen
            ? ("VERIFIED" as const)
            : ("RECEIVED" as const),
      periods: days.periods,
      validUntil: days.validUntil && dateColumn(days.validUntil),
      coversOther: ofBoth.includes(kind),
      problem: isElsewhere ? "居住证上的地址和租赁备案的不一样" : null,
      recordedOn: dateColumn(on),
      seenById: isSeen ? of(cast, "2005").accountId : null,
    };
  });
}

/** From when to when a paper tells; the lease of the unresolved one began two months too late. */
function coverOf(
  { intakeYear, person, reached }: Placed,
  kind: AttachmentKind,
  today: CivilDate,
): { periods: { from: CivilDate; to: CivilDate }[]; validUntil: CivilDate | null } {
  if (kind === "LEASE_FILING") {
    const from = reached === "UNRESOLVED" ? `${intakeYear}-02-01` : `${intakeYear - 1}-11-01`;

    return { periods: [{ from, to: addDays(addMonths(from, 12), -1) }], validUntil: null };
  }
  if (kind === "INSURANCE_PROOF") {
    const until = `${intakeYear}-04-30`;

    return { periods: [{ from: person.hiredOn, to: until < today ? until : today }], validUntil: null };
  }
  if (kind === "RESIDENCE_PERMIT") {
    const later = `${intakeYear}-12-31`;

    return { periods: [], validUntil: reached === "PREPARING" ? (person.permitEnd ?? later) : later };
  }

  return { periods: [], validUntil: null };
}
