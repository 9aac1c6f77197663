import { beforeAll, expect, test } from "vitest";
import { ownerQuery } from "../../setup/database";
import { openUnion, type HardshipCast } from "../bureau";
import { aHousehold, campaignAt } from "./bureau";

// The constraints themselves, by direct SQL: what the commands keep stays kept when a command is wrong.

let cast: HardshipCast;

beforeAll(async () => {
  cast = await openUnion();
  await aHousehold({ state: "ON_FILE", level: "DEEP" });
  await campaignAt(cast, "NOTICE");
});

const someone = "'019a0000-0000-7000-8000-000000000001'";

test.each([
  ["visit_campaign", "agreed_by_id = submitted_by_id", "visit_campaign_list_by_two"],
  ["visit_campaign", "approved_by_id = budget_by_id", "visit_campaign_budget_by_two"],
  ["visit_campaign", `settled_by_id = ${someone}, confirmed_by_id = ${someone}`, "visit_campaign_account_by_two"],
  ["visit_campaign", "standard_fen = 0", "visit_campaign_standard"],
  ["visit_campaign", "stage = 'VOID'", "visit_campaign_void_has_reason"],
  ["campaign_fund", "amount_fen = -1", "campaign_fund_not_negative"],
  ["visit_row", "taken_off_at = now()", "visit_row_off_has_reason"],
  ["visit_row", "place_by_hand = 1", "visit_row_by_hand_has_reason"],
  ["visit_row", "amount_fen = 0", "visit_row_amount"],
])("%s with %s is refused by %s", async (table, change, constraint) => {
  await expect(ownerQuery(`UPDATE ${table} SET ${change}`)).rejects.toMatchObject({ constraint });
});
