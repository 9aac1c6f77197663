import "server-only";
import { isInForce } from "@/lib/accounts/appointments/rules";
import { appointmentWord } from "@/lib/accounts/words";
import type { Permit } from "@/lib/auth/permit";
import type { Role } from "@/lib/auth/verbs";
import { formatInstant, fromDateColumn, type CivilDate } from "@/lib/dates";
import { db } from "@/prisma/client";

export type AppointmentLine = {
  id: string;
  word: string;
  from: CivilDate;
  to: CivilDate | null;
  reason: string;
  state: "now" | "later" | "over" | "revoked";
  revokedWhy: string | null;
};

/** Every role an account has or had, the latest first. */
export async function listAppointments(permit: Permit<"accounts.view">, accountId: string): Promise<AppointmentLine[]> {
  const rows = await db.appointment.findMany({
    where: { accountId, account: { bureauId: permit.reach.bureauId } },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { validFrom: "desc" }, { id: "desc" }],
    take: 200,
  });
  const units = await unitNames(rows.map(({ unitId }) => unitId));

  return rows.map((one) => lineOf(one, units, permit.today));
}

/** Units that a liaison or an officer can be put in charge of, as a tree written flat. */
export async function listUnits(permit: Permit<"accounts.grant">): Promise<{ value: string; label: string }[]> {
  return db.$queryRaw<{ value: string; label: string }[]>`
    with recursive tree as (
      select id, name, 0 as depth, array[sort_no, 0] as place, name as path from org_unit
      where bureau_id = ${permit.reach.bureauId}::uuid and parent_id is null and (valid_to is null or valid_to >= ${permit.today}::date)
      union all
      select c.id, c.name, t.depth + 1, t.place || c.sort_no, c.name from org_unit c join tree t on c.parent_id = t.id
      where c.valid_to is null or c.valid_to >= ${permit.today}::date)
    select id as value, repeat('　', depth) || name as label from tree order by place, path`;
}

type StoredAppointment = {
  id: string;
  role: Exclude<Role, "WORKER">;
  programme: string;
  unitId: string | null;
  validFrom: Date;
  validTo: Date | null;
  reason: string | null;
  revokedAt: Date | null;
  revokeReason: string | null;
};

function lineOf(one: StoredAppointment, units: Map<string, string>, today: CivilDate): AppointmentLine {
  const from = fromDateColumn(one.validFrom);
  const to = one.validTo && fromDateColumn(one.validTo);
  const isNow = isInForce({ validFrom: from, validTo: to }, today);

  return {
    id: one.id,
    word: appointmentWord(one.role, one.programme, one.unitId && (units.get(one.unitId) ?? null)),
    from,
    to,
    reason: one.reason ?? "",
    state: one.revokedAt ? "revoked" : isNow ? "now" : from > today ? "later" : "over",
    revokedWhy: one.revokedAt ? `${formatInstant(one.revokedAt)} ${one.revokeReason ?? ""}` : null,
  };
}

async function unitNames(ids: (string | null)[]): Promise<Map<string, string>> {
  const units = await db.orgUnit.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });

  return new Map(units.map(({ id, name }) => [id, name]));
}
