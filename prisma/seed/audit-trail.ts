import { isNotableGrant } from "@/lib/accounts/appointments/rules";
import type { Verb } from "@/lib/auth/verbs";
import { addDays, instantAt, type CivilDate } from "@/lib/dates";
import type { Actress, Cast } from "./accounts";
import type { SeedRows } from "./bulk";
import type { Life } from "./case-life";
import type { Person } from "./person-rows";
import { at, dice, idAt, of } from "./random";

type AuditRow = SeedRows["audit_event"];
type Act = { at: Date; verb: Verb; object: string; objectId: string; subjectId?: string | null } & Partial<
  Pick<AuditRow, "reason" | "fields" | "detail" | "isNotable" | "channel">
>;

const VERBS: Readonly<Record<string, Verb>> = {
  open: "cases.open",
  note: "cases.note",
  urge: "cases.urge",
  supervise: "cases.supervise",
  copy: "cases.copy",
  handOver: "cases.handOver",
  handOverAccepted: "cases.decideHandOver",
  extensionAsked: "cases.askExtension",
  extensionApproved: "cases.decideExtension",
  confirm: "my.confirm",
};

/** No act without its row: what was done to the cases, by whom, as the portal would have kept it. */
export function caseTrail(lives: readonly Life[], cast: Cast): AuditRow[] {
  const byAccount = new Map([...cast.values()].map((actress) => [actress.accountId, actress]));
  return lives.flatMap(({ id, number, given, facts, events, creator }) =>
    events.map((event) => {
      const verb =
        event.kind === "open" && given.source === "RECEPTION"
          ? "reception.recordMatter"
          : (VERBS[event.kind] ?? "cases.move");
      const detail =
        event.kind === "open"
          ? { number, programme: given.programme }
          : { move: event.kind, ...(event.fromStage ? { from: event.fromStage, to: event.toStage ?? "" } : {}) };
      const act: Act = {
        at: new Date(event.at),
        verb,
        object: "welfare_case",
        objectId: id,
        subjectId: facts.personId,
        detail,
        isNotable: event.kind === "open" && facts.isComplaint,
      };
      // What follows from facts was written by whoever came by next: the officer who handles it.
      return rowOf(of(byAccount, event.actorId ?? facts.handlerId ?? creator.accountId), act, event.id);
    }),
  );
}

/** Accounts made by the one administrator, rights given by the other, each with its row. */
export function grantTrail(
  accounts: readonly SeedRows["account"][],
  appointments: readonly SeedRows["appointment"][],
  cast: Cast,
): AuditRow[] {
  const [system, security] = [of(cast, "9001"), of(cast, "9002")];
  const made = accounts
    .filter(({ createdById }) => createdById)
    .map((account) =>
      rowOf(
        system,
        {
          at: new Date(account.createdAt ?? 0),
          verb: "accounts.create",
          object: "account",
          objectId: account.id,
          subjectId: account.personId,
        },
        account.id,
      ),
    );
  const granted = appointments
    .filter(({ grantedById }) => grantedById)
    .map((appointment) => {
      const { role, programme = "" } = appointment;
      const act: Act = {
        at: new Date(appointment.grantedAt ?? 0),
        verb: "accounts.grant",
        object: "appointment",
        objectId: appointment.id,
        subjectId: appointment.personId,
        isNotable: isNotableGrant(role, programme),
        detail: { role, programme },
      };
      return rowOf(security, { ...act, ...(appointment.reason ? { reason: appointment.reason } : {}) }, appointment.id);
    });
  return [...made, ...granted];
}

const REASONS = [
  "办理社保增员核对证件",
  "核对银行卡发放补助",
  "打电话通知补材料",
  "开具务工就业证明",
  "上门送慰问品核对住址",
];
const FIELDS = ["idNo", "bankCard", "mobile", "idNo", "address"];

/** Officers looked at numbers of the demo workers, so that 「谁看过我的信息」 has something to show. */
export function lookTrail(people: readonly Person[], cast: Cast, today: CivilDate): AuditRow[] {
  const seen = people.filter(({ staffNo }) => Number(staffNo) >= 50_001 && Number(staffNo) <= 50_005);
  return seen.flatMap((person, p) =>
    Array.from({ length: 2 }, (_, i) => {
      const kind = (p + i * 2) % REASONS.length;
      const lookedAt = instantAt(addDays(today, -9 - p * 7 - i * 23), "10:15");
      const looker = of(cast, i === 0 ? "2002" : "2003");
      return rowOf(
        looker,
        {
          at: lookedAt,
          verb: "people.reveal",
          object: "person",
          objectId: person.id,
          subjectId: person.id,
          reason: at(REASONS, kind),
          fields: [at(FIELDS, kind)],
        },
        `look ${person.staffNo} ${i}`,
      );
    }),
  );
}

function rowOf(actress: Actress, act: Act, stream: string): AuditRow {
  const { accountId, reach, staffNo, name, rights } = actress;
  return {
    id: idAt(act.at, `audit ${stream}`),
    at: act.at,
    bureauId: reach.bureauId,
    actorId: accountId,
    actorName: `${staffNo} ${name}`,
    actorRole: rights.length > 0 ? [...new Set(rights.map(({ role }) => role))].join(",") : "WORKER",
    verb: act.verb,
    outcome: "DONE",
    object: act.object,
    objectId: act.objectId,
    subjectId: act.subjectId ?? null,
    reason: act.reason ?? null,
    channel: act.channel ?? null,
    ip: `192.0.2.${dice(`network ${staffNo}`).between(10, 240)}`,
    fields: act.fields ?? [],
    isNotable: act.isNotable ?? false,
    ...(act.detail === undefined ? {} : { detail: act.detail }),
  };
}
