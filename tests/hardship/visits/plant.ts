import { askDatabase } from "../../setup/portal";

/**
 * A campaign that is being visited, with one household: nothing of the demo stands at that point, and the way there through
 * approval and notice takes five working days. Put behind the portal's back, as the owner; taken back with `clearRounds`.
 */
export async function plantRound(
  worker: string,
  given: { isSigned?: boolean } = {},
): Promise<{ campaignId: string; name: string }> {
  const [person] = await askDatabase<{
    id: string;
    bureauId: string;
    unitId: string;
    name: string;
    household: string | null;
  }>(
    `SELECT id, bureau_id AS "bureauId", unit_id AS "unitId", name, household_id AS household FROM person WHERE staff_no = $1`,
    [worker],
  );
  if (!person) throw new Error(`no worker ${worker}`);
  const [campaign] = await askDatabase<{ id: string }>(
    `INSERT INTO visit_campaign (id, bureau_id, year, name, stage, standard_fen, goods, festival_on, finish_by, created_by_id)
     SELECT gen_random_uuid(), $1, max(year) + 1, '春节走访慰问（试走一户）', 'VISITING', 50000, '米、面、油', '2026-12-01', '2026-11-27',
       min(created_by_id::text)::uuid FROM visit_campaign WHERE bureau_id = $1 RETURNING id`,
    [person.bureauId],
  );
  const campaignId = campaign?.id ?? "";
  const household = person.household ?? (await houseOf(person));
  const [money] = await askDatabase<{ id: string }>(
    `INSERT INTO sign_off (id, bureau_id, person_id, household_id, unit_id, programme, campaign_id, kind, what, amount_fen, granted_on, granted_by_id)
     SELECT gen_random_uuid(), $1, $2, $3, $4, 'hardship', $5, 'MONEY', '春节慰问金', 50000, '2026-11-20', created_by_id
     FROM visit_campaign WHERE id = $5 RETURNING id`,
    [person.bureauId, person.id, household, person.unitId, campaignId],
  );
  await askDatabase(
    `INSERT INTO visit_row (id, campaign_id, household_id, person_id, unit_id, category, reason, order_no, amount_fen, sign_off_id)
     VALUES (gen_random_uuid(), $1, $2, $3, $4, 'HARDSHIP', '困难职工家庭', '001', 50000, $5)`,
    [campaignId, household, person.id, person.unitId, money?.id],
  );
  if (given.isSigned)
    await askDatabase(
      `UPDATE sign_off SET signed_on = '2026-11-21', signed_at = '2026-11-21T10:00:00+08:00', signed_by_id = granted_by_id,
         received_by = $2, mode = 'TRANSFER', voucher_no = 'ZZ-1', version = 2 WHERE id = $1`,
      [money?.id, person.name],
    );

  return {
    campaignId,
    name: person.name,
  };
}

async function houseOf(person: { id: string; bureauId: string }): Promise<string> {
  const [house] = await askDatabase<{ id: string }>(
    "INSERT INTO household (id, bureau_id, head_id) VALUES (gen_random_uuid(), $1, $2) RETURNING id",
    [person.bureauId, person.id],
  );
  await askDatabase("UPDATE person SET household_id = $1 WHERE id = $2", [house?.id, person.id]);

  return house?.id ?? "";
}

/** Person behind a 工号 of the demo. */
export async function personOf(staffNo: string): Promise<{ id: string; name: string }> {
  const [person] = await askDatabase<{ id: string; name: string }>("SELECT id, name FROM person WHERE staff_no = $1", [
    staffNo,
  ]);
  if (!person) throw new Error(`no person ${staffNo}`);

  return person;
}

/** Takes the planted campaigns out of every figure again. */
export async function clearRounds(): Promise<void> {
  await askDatabase(
    "UPDATE visit_campaign SET stage = 'VOID', void_reason = '试走完了' WHERE name = '春节走访慰问（试走一户）'",
  );
}
