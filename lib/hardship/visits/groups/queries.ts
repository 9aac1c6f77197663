import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn, fromDateColumn, type CivilDate } from "@/lib/dates";
import { mayForm } from "@/lib/hardship/visits/groups/rules";
import type { GroupFilter } from "@/lib/hardship/visits/groups/schema";
import { signed } from "@/lib/hardship/visits/records/queries";
import { rowStateOf, signedDay } from "@/lib/hardship/visits/records/rules";
import { decodeCursor, pageOf } from "@/lib/paging";
import { db, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { CampaignStage, RoleName } from "@/prisma/generated/enums";

/** The page's own read, or the transaction of an act. */
type Reader = Pick<Tx, "visitCampaign" | "$queryRaw">;

/** A campaign as the groups need it; another bureau's is not found. */
export async function loadCampaign(
  reader: Reader,
  permit: Permit,
  id: string,
): Promise<{ id: string; name: string; stage: CampaignStage; finishBy: CivilDate; goods: string | null }> {
  const found = await reader.visitCampaign.findFirst({
    where: { id, bureauId: permit.reach.bureauId, stage: { not: "VOID" } },
    select: { id: true, name: true, stage: true, finishBy: true, goods: true },
  });
  if (!found) notFound();

  return { ...found, finishBy: fromDateColumn(found.finishBy) };
}

type GroupChoice = { value: string; label: string };
export type GroupChoices = { leaders: GroupChoice[]; officers: GroupChoice[]; liaisons: GroupChoice[] };

/** Who may lead, go along as officer, and as liaison: whoever holds that role today with a usable account. One statement. */
export async function groupChoices(permit: Permit<"hardship.organiseVisits">): Promise<GroupChoices> {
  const rows = await rolesToday(db, permit);
  const of = (role: RoleName) =>
    rows
      .filter((row) => row.role === role)
      .map(({ personId, name, unit, post }) => ({ value: personId, label: `${name}（${post ?? unit}）` }))
      .filter(({ value }, place, all) => all.findIndex((other) => other.value === value) === place);

  return { leaders: of("LEADER"), officers: of("OFFICER"), liaisons: of("LIAISON") };
}

type RoleRow = { personId: string; name: string; post: string | null; unit: string; role: RoleName };

/** Roles that count today, by person. */
export async function rolesToday(reader: Reader, permit: Permit): Promise<RoleRow[]> {
  return reader.$queryRaw`
    select distinct p.id as "personId", p.name, p.pinyin, p.post_title as post, u.name as unit, ap.role::text as role
    from appointment ap join account a on a.id = ap.account_id join person p on p.id = a.person_id join org_unit u on u.id = p.unit_id
    where a.bureau_id = ${permit.reach.bureauId}::uuid and a.disabled_at is null and ap.role in ('LEADER', 'OFFICER', 'LIAISON')
      and ap.revoked_at is null and ap.valid_from <= ${dateColumn(permit.today)}::date
      and (ap.valid_to is null or ap.valid_to >= ${dateColumn(permit.today)}::date)
      and p.status in ('ACTIVE', 'OFF_POST') order by p.pinyin, p.id`;
}

export type GroupsView = Awaited<ReturnType<typeof viewGroups>>;

/** The page of a campaign's groups: the groups, units that still have households without one, and one group's households. */
export async function viewGroups(permit: Permit<"hardship.organiseVisits">, campaignId: string, filter: GroupFilter) {
  const campaign = await loadCampaign(db, permit, campaignId);
  const [groups, units, rows] = await Promise.all([
    groupsOf(permit, campaignId),
    unitsWithout(permit, campaignId),
    householdsOf(permit, campaignId, filter),
  ]);

  return { campaign, mayForm: mayForm(campaign.stage), groups, units, ...rows };
}

export type GroupLine = {
  id: string;
  version: number;
  name: string;
  plannedOn: CivilDate | null;
  route: string | null;
  memberIds: string[];
  members: string[];
  households: number;
};

/** Groups by name with their people and how many households they have; two statements. */
async function groupsOf(permit: Permit, campaignId: string): Promise<GroupLine[]> {
  const groups = await db.visitGroup.findMany({
    where: { campaignId, campaign: { bureauId: permit.reach.bureauId } },
    orderBy: [{ plannedOn: "asc" }, { name: "asc" }],
    take: 100,
    include: { _count: { select: { rows: { where: onList } } } },
  });
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(groups.flatMap(({ memberIds }) => memberIds))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));

  return groups.map(({ _count, plannedOn, ...group }) => ({
    id: group.id,
    version: group.version,
    name: group.name,
    plannedOn: plannedOn && fromDateColumn(plannedOn),
    route: group.route,
    memberIds: group.memberIds,
    members: group.memberIds.map((id) => names.get(id) ?? ""),
    households: _count.rows,
  }));
}

/** What is on the list and not taken off it again. */
const onList = { isLeftOut: false, takenOffAt: null } as const satisfies Prisma.VisitRowWhereInput;

/** 环卫所 and 科室 with households that have no group yet; one statement. */
async function unitsWithout(
  permit: Permit,
  campaignId: string,
): Promise<{ id: string; name: string; count: number }[]> {
  return db.$queryRaw`
    select t.id, t.name, count(*)::int as count
    from visit_row w join org_unit u on u.id = w.unit_id join org_unit t on t.id = coalesce(u.top_unit_id, u.id)
    where w.campaign_id = ${campaignId}::uuid and t.bureau_id = ${permit.reach.bureauId}::uuid and w.group_id is null
      and not w.is_left_out and w.taken_off_at is null
    group by t.id, t.name, t.sort_no order by t.sort_no, t.id`;
}

async function householdsOf(permit: Permit, campaignId: string, filter: GroupFilter) {
  const after = decodeCursor(filter.after, 2);
  const rows = await db.visitRow.findMany({
    where: {
      AND: [
        { campaignId, campaign: { bureauId: permit.reach.bureauId }, ...onList },
        { groupId: filter.group === "none" ? null : filter.group },
        ...(after?.[0] && after[1]
          ? [{ OR: [{ orderNo: { gt: after[0] } }, { orderNo: after[0], id: { gt: after[1] } }] }]
          : []),
      ],
    },
    orderBy: [{ orderNo: "asc" }, { id: "asc" }],
    take: 51,
    include: { person: { select: { name: true } } },
  });
  const units = await db.orgUnit.findMany({
    where: { id: { in: rows.map(({ unitId }) => unitId) } },
    select: { id: true, name: true },
  });
  const grants = await db.signOff.findMany({
    where: { id: { in: rows.map(({ signOffId }) => signOffId).filter((id) => id !== null) } },
    select: { id: true, ...signed },
  });
  const granted = new Map(grants.map((one) => [one.id, one]));
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const page = pageOf(rows, ({ orderNo, id }) => [orderNo, id], { cursor: filter.after });

  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      orderNo: row.orderNo,
      name: row.person.name,
      unit: unitNames.get(row.unitId) ?? "",
      amountFen: row.amountFen,
      state: rowStateOf({
        takenOff: false,
        signedOn: signedDay(granted.get(row.signOffId ?? "") ?? null),
        notMetReason: row.notMetReason,
      }),
    })),
  };
}
