import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import { readClockworks } from "@/lib/cases/clock/queries";
import { readClock, type Light, type Limits } from "@/lib/cases/clock/rules";
import type { Permit } from "@/lib/auth/permit";
import { settleNotices } from "@/lib/cases/derived/commands";
import { eventWord, loadCase, type LoadedCase } from "@/lib/cases/queries";
import { casesWithin } from "@/lib/cases/reach/queries";
import { capacities, movesFor, type Who } from "@/lib/cases/rules";
import { ageOn, formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { maskPhone } from "@/lib/masks";
import { tableOf } from "@/lib/stages";
import { transact, type Tx } from "@/prisma/client";
import type { AnswerMode, CaseSource, Outcome, Satisfaction, WaitingReason } from "@/prisma/generated/enums";

export type CaseEventLine = { id: string; at: string; who: string; kind: string; what: string; note: string | null };

/** Everything of one case that its page shows. */
export type CaseView = {
  facts: LoadedCase;
  topic: string;
  content: string;
  demand: string | null;
  source: CaseSource;
  personId: string | null;
  person: string;
  personSub: string;
  phone: string | null;
  unit: string;
  greenChannel: boolean;
  isSupervised: boolean;
  promisedBy: string | null;
  handlerUnit: string | null;
  handler: string | null;
  registeredBy: string;
  registeredAt: string;
  answer: string | null;
  answerMode: AnswerMode | null;
  answeredAt: string | null;
  outcome: Outcome | null;
  satisfaction: Satisfaction | null;
  waitingReason: WaitingReason | null;
  followUpBy: CivilDate | null;
  clock: { light: Light; days: number; words: string } | null;
  /** the year of the due date has no official calendar yet */
  isProvisional: boolean;
  limits: Limits;
  moves: string[];
  capacities: Who[];
  events: CaseEventLine[];
  askedExtension: { id: string; days: number; reason: string; newDueOn: CivilDate; isMine: boolean } | null;
  isExtended: boolean;
  offer: { id: string; toUnit: string; reason: string; isForMe: boolean } | null;
  copies: string[];
  sourceCase: { id: string; number: string; title: string } | null;
  followers: { id: string; number: string; title: string }[];
  /** who looked at it during the last week */
  viewers: { name: string; times: number }[];
};

type Detail = {
  topic: string;
  content: string;
  demand: string | null;
  source: CaseSource;
  greenChannel: boolean;
  supervisedAt: Date | null;
  personName: string | null;
  staffNo: string | null;
  birthDate: Date | null;
  postTitle: string | null;
  mobile: string | null;
  visitorName: string | null;
  visitorPhone: string | null;
  unitName: string;
  topUnitName: string | null;
  promisedBy: string | null;
  handlerUnit: string | null;
  handler: string | null;
  registeredBy: string;
  createdAt: Date;
  answer: string | null;
  answerMode: AnswerMode | null;
  answeredAt: Date | null;
  outcome: Outcome | null;
  satisfaction: Satisfaction | null;
  waitingReason: WaitingReason | null;
  followUpBy: Date | null;
  events: { id: string; at: string; kind: string; actorName: string; note: string | null }[] | null;
  extensions: { id: string; days: number; reason: string; newDueOn: string; state: string; askedById: string }[] | null;
  offer: { id: string; toUnitId: string; toUnit: string; reason: string } | null;
  copies: string[] | null;
  sourceCase: { id: string; number: string; title: string } | null;
  followers: { id: string; number: string; title: string }[] | null;
  viewers: { name: string; times: number }[] | null;
};

/**
 * The page of a case. Reading it is a sensitive read: the audit row is written first, in the same transaction.
 * Outside the permit's reach: not found, and no row.
 */
export async function viewCase(permit: Permit<"cases.view">, id: string): Promise<CaseView> {
  await settleNotices(permit);

  return transact(async (tx) => {
    const facts = await loadCase(tx, permit, id);
    await recordAudit(tx, permit, {
      object: "welfare_case",
      objectId: id,
      subjectId: facts.personId,
      isNotable: facts.confidentiality === "RESTRICTED",
    });
    const { calendar, limits } = await readClockworks(tx, permit.today);
    const actor = { accountId: permit.actor.accountId, reach: permit.reach };

    return {
      ...viewOf(await readDetail(tx, permit, id), facts, permit),
      facts,
      personId: facts.personId,
      clock: readClock(calendar, facts, permit.today),
      isProvisional: facts.dueOn !== null && !calendar.isOfficial(Number(facts.dueOn.slice(0, 4))),
      limits,
      moves: movesFor(tableOf(facts.stageTable).stages, facts, actor),
      capacities: capacities(facts, actor),
    };
  });
}

async function readDetail(tx: Tx, permit: Permit, id: string): Promise<Detail> {
  const [detail] = await tx.$queryRaw<Detail[]>`
    select c.topic, c.content, c.demand, c.source::text as source, c.green_channel as "greenChannel",
      c.supervised_at as "supervisedAt", p.name as "personName", p.staff_no as "staffNo", p.birth_date as "birthDate",
      p.post_title as "postTitle", p.mobile, c.visitor_name as "visitorName", c.visitor_phone as "visitorPhone",
      u.name as "unitName", t.name as "topUnitName", lp.name || coalesce('（' || lp.post_title || '）', '') as "promisedBy",
      hu.name as "handlerUnit", hp.name as handler, cp.name as "registeredBy", c.created_at as "createdAt",
      c.answer, c.answer_mode::text as "answerMode", c.answered_at as "answeredAt", c.outcome::text as outcome,
      c.satisfaction::text as satisfaction, c.waiting_reason::text as "waitingReason", c.follow_up_by as "followUpBy",
      (select json_agg(json_build_object('id', e.id, 'at', e.at, 'kind', e.kind, 'actorName', e.actor_name, 'note', e.note)
        order by e.id desc) from case_event e where e.case_id = c.id) as events,
      (select json_agg(json_build_object('id', x.id, 'days', x.days, 'reason', x.reason, 'newDueOn', x.new_due_on,
        'state', x.state, 'askedById', x.asked_by_id)) from extension x where x.case_id = c.id) as extensions,
      (select json_build_object('id', h.id, 'toUnitId', h.to_unit_id, 'toUnit', o.name, 'reason', h.reason)
        from hand_over h join org_unit o on o.id = h.to_unit_id where h.case_id = c.id and h.state = 'OFFERED') as offer,
      (select json_agg(kp.name) from case_copy k join account ka on ka.id = k.account_id
        join person kp on kp.id = ka.person_id where k.case_id = c.id) as copies,
      (select json_build_object('id', s.id, 'number', s.number, 'title', s.title) from welfare_case s
        where s.id = c.source_case_id) as "sourceCase",
      (select json_agg(json_build_object('id', s.id, 'number', s.number, 'title', s.title)) from welfare_case s
        where s.source_case_id = c.id and s.status <> 'void') as followers,
      (select json_agg(v) from (select a.actor_name as name, count(*)::int as times from audit_event a
        where a.object_id = c.id and a.verb = 'cases.view' and a.outcome = 'DONE' and a.at > ${permit.now}::timestamptz - interval '7 days'
        group by a.actor_name order by 2 desc limit 20) v) as viewers
    from welfare_case c left join person p on p.id = c.person_id join org_unit u on u.id = c.unit_id
      left join org_unit t on t.id = u.top_unit_id left join person lp on lp.id = c.promised_by_id
      left join org_unit hu on hu.id = c.handler_unit_id left join account ha on ha.id = c.handler_id
      left join person hp on hp.id = ha.person_id left join account ca on ca.id = c.created_by_id
      left join person cp on cp.id = ca.person_id
    where c.id = ${id}::uuid and ${casesWithin(permit)}`;
  if (!detail) notFound();

  return detail;
}

type Derived = "facts" | "personId" | "clock" | "isProvisional" | "limits" | "moves" | "capacities";

function viewOf(detail: Detail, { stageTable }: LoadedCase, permit: Permit): Omit<CaseView, Derived> {
  const phone = detail.mobile ?? detail.visitorPhone;
  const own = [...permit.reach.officeUnitIds, ...permit.reach.unitIds];
  const asked = detail.extensions?.find(({ state }) => state === "ASKED");
  const { offer } = detail;

  return {
    topic: detail.topic,
    content: detail.content,
    demand: detail.demand,
    source: detail.source,
    person: detail.personName ?? detail.visitorName ?? "匿名",
    personSub: personWords(detail, permit.today),
    phone: phone ? maskPhone(phone) : null,
    unit:
      detail.topUnitName && detail.topUnitName !== detail.unitName
        ? `${detail.topUnitName} · ${detail.unitName}`
        : detail.unitName,
    greenChannel: detail.greenChannel,
    isSupervised: detail.supervisedAt !== null,
    promisedBy: detail.promisedBy,
    handlerUnit: detail.handlerUnit,
    handler: detail.handler,
    registeredBy: detail.registeredBy,
    registeredAt: formatInstant(detail.createdAt),
    answer: detail.answer,
    answerMode: detail.answerMode,
    answeredAt: detail.answeredAt ? formatInstant(detail.answeredAt) : null,
    outcome: detail.outcome,
    satisfaction: detail.satisfaction,
    waitingReason: detail.waitingReason,
    followUpBy: detail.followUpBy ? fromDateColumn(detail.followUpBy) : null,
    events: (detail.events ?? []).map((event) => eventLine(event, stageTable)),
    askedExtension: asked ? { ...asked, isMine: asked.askedById === permit.actor.accountId } : null,
    isExtended: detail.extensions?.some(({ state }) => state === "APPROVED") ?? false,
    offer: offer
      ? { id: offer.id, toUnit: offer.toUnit, reason: offer.reason, isForMe: own.includes(offer.toUnitId) }
      : null,
    copies: detail.copies ?? [],
    sourceCase: detail.sourceCase,
    followers: detail.followers ?? [],
    viewers: detail.viewers ?? [],
  };
}

function eventLine(event: NonNullable<Detail["events"]>[number], stageTable: string): CaseEventLine {
  return {
    id: event.id,
    at: formatInstant(new Date(event.at)),
    who: event.actorName,
    kind: event.kind,
    what: eventWord(event.kind, stageTable),
    note: event.note,
  };
}

function personWords({ postTitle, birthDate, staffNo }: Detail, today: CivilDate): string {
  const age = birthDate ? `${ageOn(fromDateColumn(birthDate), today)} 岁` : null;

  return [staffNo ? `工号 ${staffNo}` : null, postTitle, age].filter(Boolean).join(" · ");
}
