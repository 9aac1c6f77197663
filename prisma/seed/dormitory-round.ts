import { dateColumn } from "@/lib/dates";
import { noNeed, ranked } from "@/lib/dormitories/line/rules";
import { maskName } from "@/lib/masks";
import type { SeedRows } from "./bulk";
import type { Theatre } from "./case-teller";
import { applicationId, type Told } from "./dormitory-lives";
import { idAt, of } from "./random";
import { momentOn } from "./workdays";

type Rows = { [T in keyof SeedRows]: SeedRows[T][] };

/** A round that hangs on the wall: its order is that of the line on the day on which it was frozen. */
export function roundOf(theatre: Theatre, told: readonly Told[]): Partial<Rows> {
  const { cast, line, tree } = theatre;
  const frozenAt = momentOn(line.on(-4), 30);
  const id = idAt(frozenAt, "allotment round");
  const noticeId = idAt(frozenAt, "allotment notice");
  const inLine = told.filter(
    ({ reached, life }) => reached === "NOTICE" || (reached === "WAITLISTED" && life.last < frozenAt),
  );
  const order = ranked(inLine.map(keyed));
  const officer = of(cast, "2004").accountId;
  const manager = of(cast, "1008").accountId;

  return {
    allotment_round: [
      {
        id,
        bureauId: tree.bureau.id,
        name: `${Number(line.on(-4).slice(5, 7))}月第1批`,
        state: "NOTICE",
        frozenAt,
        noticeId,
        submittedById: officer,
        agreedById: manager,
        requestKey: idAt(frozenAt, "round request"),
        createdById: officer,
        createdAt: frozenAt,
      },
    ],
    round_entry: order.map(({ one, ...keys }, i) => ({
      id: idAt(frozenAt, "round entry", i),
      roundId: id,
      applicationId: applicationId(one),
      caseId: one.life.id,
      personId: one.person.id,
      place: i + 1,
      ...keys,
      bedId: one.bed?.row.id ?? null,
    })),
    ...noticeOf(
      theatre,
      { id, noticeId, frozenAt },
      order.map(({ one }) => one),
    ),
  };
}

/** The six keys of an applicant on that day. */
function keyed(one: Told) {
  return {
    one,
    isLeader: one.person.isLeader,
    isOffice: one.person.unit.sphere === "OFFICE",
    isRetired: false,
    need: noNeed,
    completeAt: one.life.opened,
    caseNumber: one.life.number,
  };
}

type Round = { id: string; noticeId: string; frozenAt: Date };

/** The notice of the round: masked name, unit and site. */
function noticeOf(
  { cast, line, today, tree }: Theatre,
  { id, noticeId, frozenAt }: Round,
  order: readonly Told[],
): Partial<Rows> {
  const officer = of(cast, "2004").accountId;
  const manager = of(cast, "1008").accountId;

  return {
    public_notice: [
      {
        id: noticeId,
        bureauId: tree.bureau.id,
        number: `GS-${today.slice(0, 4)}-8001`,
        matter: "dormitories",
        objectId: id,
        title: "职工宿舍床位分配公示",
        text: "按「先职工后领导，先基层后机关，先退休后在职」的次序，拟将宿舍床位分给下列职工，现予公示。如有异议，请在公示期内反映。",
        place: "局机关公告栏和各宿舍门口",
        phone: "022-0000 0000",
        draftedById: officer,
        draftedAt: momentOn(line.on(-4), 60),
        publishedById: manager,
        publishedOn: dateColumn(line.on(-3)),
        workingDays: 5,
        endsOn: dateColumn(line.on(2)),
      },
    ],
    notice_entry: order.flatMap((one, i) =>
      one.bed
        ? [
            {
              id: idAt(frozenAt, "allotment entry", i),
              noticeId,
              key: one.life.id,
              place: i + 1,
              maskedName: maskName(one.person.name),
              unit: one.person.unit.name,
              amountFen: null,
              note: one.bed.site.name,
            },
          ]
        : [],
    ),
  };
}
