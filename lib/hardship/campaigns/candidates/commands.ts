import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { candidateOf, type Candidate, type Facts } from "@/lib/hardship/campaigns/candidates/rules";
import { newId } from "@/lib/id";
import { asRecords } from "@/lib/records";
import type { Tx } from "@/prisma/client";
import { Prisma, type VisitCampaign } from "@/prisma/generated/client";
import type { HardshipLevel, HardshipState, PersonStatus, VisitCategory } from "@/prisma/generated/enums";

type Found = {
  personId: string;
  householdId: string;
  unitId: string;
  status: PersonStatus;
  fileId: string | null;
  state: HardshipState | null;
  level: HardshipLevel | null;
  lastYear: number | null;
  lastCategory: VisitCategory | null;
  honours: string[] | null;
};

/**
 * Puts on the list what the data tell of: households on file, last year's list, labour models of whatever year. A
 * household stands there once, through its head, or through the spouse who works here when the head is gone; a household
 * of which nobody is left at the bureau is not put on. Four statements, however many households.
 * @returns how many were added
 */
export async function addCandidates(tx: Tx, permit: Permit, campaign: VisitCampaign): Promise<number> {
  await houseLabourModels(tx, permit);
  const found = await tx.$queryRaw<Found[]>`
    with last as (
      select r.household_id, v.year, r.category from visit_row r join visit_campaign v on v.id = r.campaign_id
      where r.taken_off_at is null and v.id = (select b.id from visit_campaign b where b.bureau_id = ${permit.reach.bureauId}::uuid
        and b.year < ${campaign.year} and b.stage <> 'VOID' order by b.year desc limit 1)
    ), model as (
      select p.household_id, array_agg(distinct h.name order by h.name) as names from honour h
      join person p on p.id = h.person_id
      where p.bureau_id = ${permit.reach.bureauId}::uuid and h.voided_at is null and ${labourModel}
        and p.status in ('ACTIVE', 'OFF_POST', 'RETIRED') and p.voided_at is null and p.household_id is not null
      group by 1
    )
    select distinct on (w.id) p.id as "personId", w.id as "householdId", p.unit_id as "unitId", p.status::text as status,
      f.id as "fileId", f.state::text as state, f.level::text as level, last.year as "lastYear",
      last.category::text as "lastCategory", model.names as honours
    from household w join person p on p.household_id = w.id and p.voided_at is null
      and p.status in ('ACTIVE', 'OFF_POST', 'RETIRED')
    left join hardship_file f on f.household_id = w.id left join last on last.household_id = w.id
    left join model on model.household_id = w.id
    where w.bureau_id = ${permit.reach.bureauId}::uuid
      and (f.state = 'ON_FILE' or last.household_id is not null or model.household_id is not null)
    order by w.id, p.id = w.head_id desc, p.id`;
  const rows = found.map((one) => ({ ...one, candidate: candidateOf(factsOf(one)) }));
  const { count } = await tx.visitRow.createMany({
    data: rows.flatMap(({ candidate, ...one }) => (candidate ? [rowOf(permit, campaign, one, candidate)] : [])),
    skipDuplicates: true,
  });

  return count;
}

function rowOf(permit: Permit, campaign: VisitCampaign, found: Found, candidate: Candidate) {
  return {
    id: newId(),
    campaignId: campaign.id,
    personId: found.personId,
    householdId: found.householdId,
    unitId: found.unitId,
    fileId: found.fileId,
    level: found.state === "ON_FILE" ? found.level : null,
    category: candidate.category,
    reason: candidate.reason,
    orderNo: "",
    amountFen: campaign.standardFen,
    addedById: permit.actor.accountId,
    addedAt: permit.now,
  };
}

const labourModel = Prisma.sql`(h.name like '%劳动模范%' or h.name like '%劳模%' or h.name like '%五一劳动奖章%')`;

function factsOf(one: Found): Facts {
  return {
    file: one.state ? { state: one.state, level: one.level } : null,
    last: one.lastYear !== null && one.lastCategory ? { year: one.lastYear, category: one.lastCategory } : null,
    honours: one.honours ?? [],
    status: one.status,
  };
}

/** A labour model who lives in no household on record gets one, with the person as its head. */
async function houseLabourModels(tx: Tx, permit: Permit): Promise<void> {
  const alone = await tx.$queryRaw<{ id: string }[]>`
    select distinct p.id from honour h join person p on p.id = h.person_id
    where p.bureau_id = ${permit.reach.bureauId}::uuid and h.voided_at is null and ${labourModel}
      and p.status in ('ACTIVE', 'OFF_POST', 'RETIRED') and p.voided_at is null and p.household_id is null`;
  if (alone.length === 0) return;
  await tx.household.createMany({
    data: alone.map(({ id }) => ({
      id: newId(),
      bureauId: permit.reach.bureauId,
      headId: id,
      createdAt: permit.now,
    })),
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    update person p set household_id = w.id from household w
    where w.head_id = p.id and p.household_id is null
      and p.id in (select one.id from jsonb_to_recordset(${asRecords(alone)}::jsonb) as one(id uuid))`;
}
