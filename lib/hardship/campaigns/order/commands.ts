import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { demandHead, moveCampaign, writeStep } from "@/lib/hardship/campaigns/commands";
import { canBeVisited } from "@/lib/hardship/campaigns/candidates/rules";
import { compareRelief, inReliefOrder, placeText, type Keys, type Ordered } from "@/lib/hardship/campaigns/order/rules";
import { loadCampaign, refuseOwnHousehold } from "@/lib/hardship/campaigns/reach/queries";
import type { SaidCampaign } from "@/lib/hardship/campaigns/schema";
import { personStatusWords } from "@/lib/people/words";
import { asRecords } from "@/lib/records";
import { Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { HardshipLevel, PersonStatus } from "@/prisma/generated/enums";

/**
 * 同意名单 by the head of the office: the six keys of every household are copied and its place is computed; from here on
 * nobody is added. Refused: not the head, who handed it in, the own household, a household whose attributes are not known
 * (each is named with what is missing).
 */
export async function agreeList(permit: Permit<"hardship.agreeVisits">, input: SaidCampaign): Promise<void> {
  await transact(async (tx) => {
    const campaign = await loadCampaign(tx, permit, input);
    demandHead(permit, campaign);
    await refuseOwnHousehold(tx, permit, campaign.id);
    const stage = await moveCampaign(tx, permit, campaign, "agree", {
      agreedById: permit.actor.accountId,
      frozenAt: permit.now,
    });
    const total = await freeze(tx, permit, campaign.id);
    await writeStep(tx, permit, { id: campaign.id, stage }, "agree", `${input.note}（${total} 户）`);
  });
}

type Member = {
  rowId: string;
  name: string;
  rowStatus: PersonStatus;
  status: PersonStatus;
  level: HardshipLevel | null;
  isOnFile: boolean;
  isLeader: boolean;
  isOffice: boolean | null;
  completeAt: Date | null;
  no: string;
};

/** Copies the keys: of two members of a household who work here the better-ranked counts (domain.md §14). */
async function freeze(tx: Tx, _permit: Permit, campaignId: string): Promise<number> {
  const members = await membersOf(tx, campaignId);
  const unknown = new Set(members.flatMap((member) => whatIsMissing(member)));
  if (unknown.size > 0) {
    const named = [...unknown].slice(0, 8).join("；");
    throw new Refusal(`有 ${unknown.size} 处情况不清楚，名单不能固定：${named}。请退回摸底，补齐或移出后再提交。`);
  }
  const best = new Map<string, Ordered & { rowId: string }>();
  for (const member of members) {
    const keys = { ...keysOf(member), rowId: member.rowId, placeByHand: null };
    const before = best.get(member.rowId);
    if (!before || compareRelief(keys, before) < 0) best.set(member.rowId, keys);
  }
  const ordered = inReliefOrder([...best.values()]);
  await tx.$executeRaw`
    update visit_row r set level = k.level::"HardshipLevel", is_leader = k.is_leader, is_office = k.is_office,
      is_retired = k.is_retired, complete_at = k.complete_at, key_no = k.no, order_no = k.order_no,
      place_by_hand = null, deviation_reason = null, is_left_out = false, version = r.version + 1
    from jsonb_to_recordset(${asRecords(ordered.map((keys, i) => ({ ...keys, orderNo: placeText(i + 1) })))}::jsonb)
      as k(row_id uuid, level text, is_leader boolean, is_office boolean, is_retired boolean, complete_at timestamptz,
        no text, order_no text)
    where r.id = k.row_id`;

  return ordered.length;
}

function keysOf(member: Member): Keys {
  return {
    level: member.level,
    isLeader: member.isLeader,
    isOffice: member.isOffice === true,
    isRetired: member.status === "RETIRED",
    completeAt: member.completeAt ?? new Date(0),
    no: member.no,
  };
}

function whatIsMissing(member: Member): string[] {
  if (!canBeVisited(member.rowStatus)) return [`${member.name}${personStatusWords[member.rowStatus]}`];

  return [
    member.isOnFile && member.level === null && `${member.name}没有困难等级`,
    member.isOffice === null && `${member.name}退休前是基层还是机关没有登记`,
    member.completeAt === null && `${member.name}材料齐全的时间没有登记`,
  ].filter((words) => words !== false);
}

/**
 * Every member of the listed households who belongs to the bureau. A retiree's sphere is that of the last unit; one who is
 * carried under the retirees' office has it from the record of retiring, or nobody knows it.
 */
async function membersOf(tx: Tx, campaignId: string): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    select r.id as "rowId", p.name, p.status::text as "rowStatus", m.status::text as status,
      case when f.state = 'ON_FILE' then f.level::text end as level, coalesce(f.state = 'ON_FILE', false) as "isOnFile",
      m.is_leader as "isLeader",
      case when m.status = 'RETIRED' and u.name like '%离退休%' then last.sphere = 'OFFICE' else u.sphere = 'OFFICE' end as "isOffice",
      case when f.state = 'ON_FILE' then asked.at else r.added_at end as "completeAt",
      coalesce(case when f.state = 'ON_FILE' then f.number end, p.staff_no) as no
    from visit_row r join person p on p.id = r.person_id
      join person m on m.id = p.id or (m.household_id = r.household_id and m.status in ('ACTIVE', 'OFF_POST', 'RETIRED')
        and m.voided_at is null)
      join org_unit u on u.id = m.unit_id left join hardship_file f on f.household_id = r.household_id
      left join lateral (select o.sphere from employment_event e join org_unit o on o.id = e.from_unit_id
        where e.person_id = m.id and e.kind = 'RETIRED' order by e.happened_on desc limit 1) last on true
      left join lateral (select coalesce((select max(v.at) from case_event v where v.case_id = c.id and v.kind = 'complete'),
          c.created_at) as at from hardship_assessment a join welfare_case c on c.id = a.case_id
        where a.file_id = f.id and a.kind = 'APPLICATION' order by a.id desc limit 1) asked on true
    where r.campaign_id = ${campaignId}::uuid and r.taken_off_at is null`;
}
