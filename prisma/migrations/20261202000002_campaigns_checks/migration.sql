-- Four eyes at each gate of a visit campaign, and no household that leaves the list or its place without a reason.
ALTER TABLE "visit_campaign"
  ADD CONSTRAINT "visit_campaign_list_by_two" CHECK ("agreed_by_id" <> "submitted_by_id"),
  ADD CONSTRAINT "visit_campaign_budget_by_two" CHECK ("approved_by_id" <> "budget_by_id" AND "approved_by_id" <> "submitted_by_id"),
  ADD CONSTRAINT "visit_campaign_account_by_two" CHECK ("confirmed_by_id" <> "settled_by_id"),
  ADD CONSTRAINT "visit_campaign_standard" CHECK ("standard_fen" > 0),
  ADD CONSTRAINT "visit_campaign_void_has_reason" CHECK (("stage" = 'VOID') = ("void_reason" IS NOT NULL));
ALTER TABLE "campaign_fund" ADD CONSTRAINT "campaign_fund_not_negative" CHECK ("amount_fen" >= 0);
ALTER TABLE "visit_row"
  ADD CONSTRAINT "visit_row_off_has_reason" CHECK (("taken_off_at" IS NULL) = ("taken_off_reason" IS NULL)),
  ADD CONSTRAINT "visit_row_by_hand_has_reason" CHECK (("place_by_hand" IS NULL) = ("deviation_reason" IS NULL)),
  ADD CONSTRAINT "visit_row_amount" CHECK ("amount_fen" > 0);
