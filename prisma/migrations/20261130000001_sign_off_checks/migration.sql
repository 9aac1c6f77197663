-- What no program may write, however faulty: a signature without receiver, cash from one hand, a negative gift.
ALTER TABLE "sign_off"
  ADD CONSTRAINT "sign_off_for_somebody" CHECK ("person_id" IS NOT NULL OR "household_id" IS NOT NULL),
  ADD CONSTRAINT "sign_off_amounts" CHECK (
    CASE WHEN "reverses_id" IS NULL THEN "quantity" > 0 AND "amount_fen" >= 0 AND ("kind" <> 'MONEY' OR "amount_fen" > 0)
    ELSE "quantity" < 0 AND "amount_fen" <= 0 AND "reason" IS NOT NULL END),
  ADD CONSTRAINT "sign_off_signed" CHECK (
    "reverses_id" IS NOT NULL OR ("signed_on" IS NULL) = ("received_by" IS NULL) AND ("signed_on" IS NULL) = ("mode" IS NULL)
      AND ("signed_on" IS NULL) = ("signed_by_id" IS NULL)),
  ADD CONSTRAINT "sign_off_evidence" CHECK (
    "mode" IS NULL OR CASE WHEN "mode" = 'TRANSFER' THEN "voucher_no" IS NOT NULL ELSE "signature_id" IS NOT NULL END),
  ADD CONSTRAINT "sign_off_cash_by_two" CHECK (
    "mode" IS NULL OR "mode" = 'TRANSFER' OR "kind" <> 'MONEY'
      OR ("first_giver_id" IS NOT NULL AND "second_giver_id" IS NOT NULL AND "first_giver_id" <> "second_giver_id"));
