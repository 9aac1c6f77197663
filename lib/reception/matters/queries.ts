import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";
import type { AttendanceState, CaseStatus, DayState, MatterMode, VisitorRelation } from "@/prisma/generated/enums";
import type { Permit } from "@/lib/auth/permit";
import { casesWithin } from "@/lib/cases/reach/queries";
import { stageWords } from "@/lib/cases/words";
import { ageOn, formatDate, formatTime, fromDateColumn } from "@/lib/dates";
import { topicWord } from "@/lib/reception/bookings/words";
import { categoryWord, modeWords, noMatterReasons } from "@/lib/reception/matters/words";

export type MatterLine = {
  caseId: string;
  number: string;
  category: string;
  title: string;
  mode: string;
  stage: string;
};
export type EarlierMatter = {
  caseId: string;
  number: string;
  title: string;
  stage: string;
  date: string;
  isOpen: boolean;
};

/** A visit as it is recorded: who is here, what was recorded so far, what was raised in earlier visits. */
export type VisitView = {
  id: string;
  dayId: string;
  dayState: DayState;
  dateWords: string;
  queueNo: number | null;
  state: AttendanceState;
  visitorName: string;
  relation: VisitorRelation;
  personId: string | null;
  /** name of the person concerned, where a relative came */
  personName: string | null;
  unit: string | null;
  age: number | null;
  phone: string | null;
  isGreen: boolean;
  partySize: number;
  topic: string | null;
  leader: { leaderId: string; name: string; post: string } | null;
  times: string;
  noMatterReason: string | null;
  matters: MatterLine[];
  earlier: EarlierMatter[];
};

/** One visit with its matters and the person's earlier ones, as far as the permit reaches. Three statements. */
export async function viewVisit(permit: Permit<"reception.recordMatter">, visitId: string): Promise<VisitView> {
  const visit = await db.attendance.findFirst({
    where: { id: visitId, day: { bureauId: permit.reach.bureauId } },
    include: {
      day: {
        select: {
          state: true,
          actualOn: true,
          hosts: { select: { leaderId: true, leaderName: true, leaderPost: true } },
        },
      },
      booking: { select: { topic: true, isConfidential: true } },
    },
  });
  if (!visit) notFound();
  const person = visit.personId
    ? await db.person.findUnique({
        where: { id: visit.personId },
        select: { name: true, birthDate: true, unit: { select: { name: true } } },
      })
    : null;
  const matters = await readMatters(permit, visit.id, visit.personId);
  const host = visit.day.hosts.find(({ leaderId }) => leaderId === visit.leaderId);
  const on = fromDateColumn(visit.day.actualOn);
  return {
    id: visit.id,
    dayId: visit.dayId,
    dayState: visit.day.state,
    dateWords: formatDate(on),
    queueNo: visit.queueNo,
    state: visit.state,
    visitorName: visit.visitorName,
    relation: visit.relation,
    personId: visit.personId,
    personName: person && visit.relation !== "SELF" ? person.name : null,
    unit: person?.unit.name ?? null,
    age: person?.birthDate ? ageOn(fromDateColumn(person.birthDate), on) : null,
    phone: visit.phone,
    isGreen: visit.green,
    partySize: visit.partySize,
    topic: visit.booking ? (visit.booking.isConfidential ? "保密" : topicWord(visit.booking.topic)) : null,
    leader: host ? { leaderId: host.leaderId, name: host.leaderName, post: host.leaderPost } : null,
    times: [visit.startedAt, visit.endedAt].flatMap((at) => (at ? [formatTime(at)] : [])).join("–"),
    noMatterReason: reasonWord(visit.noMatterReason),
    matters: matters.filter(({ isHere }) => isHere).map(lineOf),
    earlier: matters.filter(({ isHere }) => !isHere).map(earlierOf),
  };
}

type MatterRow = {
  case_id: string;
  number: string;
  category: string;
  title: string;
  mode: MatterMode;
  stage: string;
  status: CaseStatus;
  confidentiality: string;
  on: Date;
  isHere: boolean;
};

async function readMatters(permit: Permit, visitId: string, personId: string | null): Promise<MatterRow[]> {
  // What this visit recorded is always listed; of earlier ones only what the permit reaches.
  const earlier = personId
    ? Prisma.sql`(c.person_id = ${personId}::uuid and c.status <> 'void' and ${casesWithin(permit)})`
    : Prisma.sql`false`;
  return db.$queryRaw<MatterRow[]>`
    select c.id as case_id, c.number, m.category, c.title, m.mode::text as mode, c.stage, c.status::text as status,
      c.confidentiality::text as confidentiality, c.clock_from as on, m.attendance_id = ${visitId}::uuid as "isHere"
    from reception_matter m join welfare_case c on c.id = m.case_id
    where m.attendance_id = ${visitId}::uuid or (m.attendance_id is distinct from ${visitId}::uuid and ${earlier})
    order by m.created_at, c.id limit 30`;
}

function lineOf(row: MatterRow): MatterLine {
  const isOpenToDesk = row.confidentiality === "ORDINARY";
  return {
    caseId: row.case_id,
    number: row.number,
    category: categoryWord(row.category),
    title: isOpenToDesk ? row.title : "保密",
    mode: modeWords[row.mode],
    stage: stageWord(row.stage),
  };
}

function earlierOf(row: MatterRow): EarlierMatter {
  return {
    caseId: row.case_id,
    number: row.number,
    title: row.confidentiality === "ORDINARY" ? row.title : "保密",
    stage: stageWord(row.stage),
    date: formatDate(fromDateColumn(row.on)),
    isOpen: row.status === "open" || row.status === "waiting",
  };
}

function stageWord(stage: string): string {
  return Object.hasOwn(stageWords, stage) ? stageWords[stage as keyof typeof stageWords] : stage;
}

function reasonWord(reason: string | null): string | null {
  if (reason === null) return null;
  return Object.hasOwn(noMatterReasons, reason) ? noMatterReasons[reason as keyof typeof noMatterReasons] : reason;
}
