import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { parameterAt } from "@/lib/parameters/queries";
import { db, type Tx } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

type Reader = Pick<Tx, "$queryRaw">;
/** 分. `granted` counts everything that was approved, signed or not; `given` only what was signed for. */
export type Sums = { granted: number; given: number };

/**
 * Money granted to a household (with everybody of the bureau who lives in it) or to one person in a calendar year, over
 * all programmes: what the yearly cap is compared with (domain guide §6b). Corrections are taken off in the year of the
 * grant. Amounts only, so every programme may ask.
 */
export async function sumsGranted(
  reader: Reader,
  permit: Permit,
  of: { householdId: string; year: number } | { personId: string; year: number },
): Promise<Sums> {
  const whose =
    "householdId" in of
      ? Prisma.sql`(s.household_id = ${of.householdId}::uuid
          or s.person_id in (select p.id from person p where p.household_id = ${of.householdId}::uuid))`
      : Prisma.sql`s.person_id = ${of.personId}::uuid`;
  const from = `${of.year}-01-01`;
  const to = `${of.year}-12-31`;

  return sumOf(reader, permit, Prisma.sql`${whose} and s.granted_on between ${from}::date and ${to}::date`);
}

/** How far a campaign's handing-out has come. */
export type CampaignTotals = Sums & {
  /** rows that still count, corrections and corrected ones left out */
  rows: number;
  waiting: number;
};

/** Rows, money and what is still unsigned of one campaign, plan or drive. */
export async function campaignTotals(reader: Reader, permit: Permit, campaignId: string): Promise<CampaignTotals> {
  const [counts] = await reader.$queryRaw<{ rows: number; waiting: number }[]>`
    select count(*)::int as rows, count(*) filter (where s.signed_on is null)::int as waiting
    from sign_off s
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.campaign_id = ${campaignId}::uuid and ${live}`;
  const sums = await sumOf(reader, permit, Prisma.sql`s.campaign_id = ${campaignId}::uuid`);

  return { ...sums, rows: counts?.rows ?? 0, waiting: counts?.waiting ?? 0 };
}

/** Households that stand in one campaign more than once with money: through both spouses, or by mistake. */
export async function twiceInCampaign(
  reader: Reader,
  permit: Permit,
  campaignId: string,
): Promise<{ householdId: string; signOffIds: string[] }[]> {
  return reader.$queryRaw`
    select s.household_id as "householdId", array_agg(s.id::text order by s.id) as "signOffIds" from sign_off s
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.campaign_id = ${campaignId}::uuid and s.kind = 'MONEY' and s.household_id is not null and ${live}
    group by s.household_id having count(*) > 1 order by 1`;
}

/**
 * Who has received for others too often in one campaign (parameter `cases.proxyMost`): as `campaign id|name`, for the
 * rows of a list. Looked at by somebody, refused by nobody.
 */
export async function busyProxies(permit: Permit, campaignIds: readonly string[]): Promise<Set<string>> {
  if (campaignIds.length === 0) return new Set();
  const most = await parameterAt(db, "cases.proxyMost", permit.today);
  const rows = await db.$queryRaw<{ campaignId: string; receivedBy: string }[]>`
    select s.campaign_id as "campaignId", s.received_by as "receivedBy" from sign_off s
    where s.campaign_id = any(${[...new Set(campaignIds)]}::uuid[]) and s.relation is not null and ${live}
    group by 1, 2 having count(*) >= ${most}`;

  return new Set(rows.map(({ campaignId, receivedBy }) => `${campaignId}|${receivedBy}`));
}

const live = Prisma.sql`s.reverses_id is null and not exists (select 1 from sign_off r where r.reverses_id = s.id)`;

async function sumOf(reader: Reader, permit: Permit, where: Prisma.Sql): Promise<Sums> {
  const [sums] = await reader.$queryRaw<{ granted: bigint; given: bigint }[]>`
    select coalesce(sum(s.amount_fen), 0)::bigint as granted,
      coalesce(sum(s.amount_fen) filter (where s.signed_on is not null), 0)::bigint as given
    from sign_off s
    where s.bureau_id = ${permit.reach.bureauId}::uuid and s.kind = 'MONEY' and ${where}`;

  return { granted: Number(sums?.granted ?? 0), given: Number(sums?.given ?? 0) };
}
