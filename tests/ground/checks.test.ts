import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/lib/id";
import { anAssignedCase, openBureau, type Cast } from "../cases/bureau";
import { bureauId, units } from "../people/bureau";
import { ownerQuery } from "../setup/database";

// The constraints themselves, by direct SQL: what the commands keep stays kept when a command is wrong.

let cast: Cast;
let caseId: string;

beforeAll(async () => {
  cast = await openBureau();
  caseId = await anAssignedCase(cast);
  const extension = [newId(), caseId, "2026-10-16", "2026-10-23", 5, "等外单位回函", cast.insurance.accountId];
  await ownerQuery(
    `INSERT INTO extension (id, case_id, old_due_on, new_due_on, days, reason, asked_by_id) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    extension,
  );
  const handOver = [newId(), caseId, cast.insurance.accountId, units.second, "归二所办"];
  await ownerQuery(
    `INSERT INTO hand_over (id, case_id, from_id, to_unit_id, reason) VALUES ($1, $2, $3, $4, $5)`,
    handOver,
  );
});

/** Changes every row of the table, in a transaction of its own that the constraint ends. */
async function constraintOf(table: string, change: string): Promise<string> {
  try {
    await ownerQuery(`UPDATE ${table} SET ${change}`);
    return "nothing refused";
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  }
}

const someone = "'019a0000-0000-7000-8000-000000000001'";
const refused: [string, string, string][] = [
  ["welfare_case", "status = 'void', due_on = NULL", "welfare_case_void_has_reason"],
  ["welfare_case", "voided_at = now(), void_reason = '重复'", "welfare_case_void_has_reason"],
  ["welfare_case", "status = 'waiting', due_on = NULL", "welfare_case_waiting_has_reason"],
  ["welfare_case", "waiting_reason = 'MATERIAL'", "welfare_case_waiting_has_reason"],
  ["welfare_case", "status = 'closed'", "welfare_case_clock_runs_when_open"],
  ["welfare_case", "status = 'answered', due_on = NULL", "welfare_case_answered_has_outcome"],
  ["welfare_case", "limit_days = 0", "welfare_case_limit"],
  ["welfare_case", "reopened_count = 2", "welfare_case_reopened_once"],
  ["welfare_case", "version = 0", "welfare_case_version"],
  ["welfare_case", `answered_by_id = ${someone}, followed_by_id = ${someone}`, "welfare_case_caller_did_not_handle"],
  ["extension", "new_due_on = old_due_on", "extension_lengthens"],
  ["extension", "days = 0", "extension_lengthens"],
  ["extension", "state = 'APPROVED'", "extension_decided"],
  ["extension", "decided_by_id = asked_by_id", "extension_two_people"],
  ["hand_over", "state = 'ACCEPTED'", "hand_over_decided"],
  ["case_counter", "last_no = -1", "case_counter_not_negative"],
  ["person", "id_no_index = NULL, id_no_cipher = 'x'", "person_id_no_with_index"],
  ["person", "bank_card_tail = '1234', bank_card_cipher = NULL", "person_bank_card_with_tail"],
  ["person", "contract_start = '2026-02-01', contract_end = '2026-01-31'", "person_contract_ends_after_start"],
  ["org_unit", "valid_to = valid_from - 1", "org_unit_ends_after_start"],
  ["org_unit", "parent_id = id", "org_unit_not_its_own_parent"],
  ["appointment", "programme = ''", "appointment_officer_has_programme"],
  ["appointment", "role = 'LIAISON', programme = '', unit_id = NULL", "appointment_liaison_has_unit"],
  ["appointment", "valid_to = valid_from - 1", "appointment_ends_after_start"],
];

describe("the database refuses by itself", () => {
  test.each(refused)("%s: %s", async (table, change, constraint) => {
    const before = await ownerQuery(`SELECT * FROM ${table}`);
    expect(before.length).toBeGreaterThan(0);
    expect(await constraintOf(table, change)).toBe(constraint);
    expect(await ownerQuery(`SELECT * FROM ${table}`)).toEqual(before);
  });

  test("a relative's number and income", async () => {
    const household = newId();
    await ownerQuery("INSERT INTO household (id, bureau_id, head_id) VALUES ($1, $2, $3)", [
      household,
      bureauId,
      cast.worker.personId,
    ]);
    await ownerQuery(
      "INSERT INTO family_member (id, household_id, name, relation) VALUES ($1, $2, '王小妹', 'DAUGHTER')",
      [newId(), household],
    );
    expect(await constraintOf("family_member", "id_no_cipher = 'x'")).toBe("family_member_id_no_with_index");
    expect(await constraintOf("family_member", "monthly_income_fen = -1")).toBe("family_member_income_not_negative");
  });
});
