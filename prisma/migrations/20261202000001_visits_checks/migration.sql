-- What no program may write: a visit that met nobody without saying why, one that met somebody without a signature,
-- a confirmation of cash by somebody who did not give it, or one that says yes and no.
ALTER TABLE "visit_record"
  ADD CONSTRAINT "visit_record_outcome" CHECK (
    CASE WHEN "outcome" = 'MET' THEN "sign_off_id" IS NOT NULL AND "not_met_reason" IS NULL
    ELSE "sign_off_id" IS NULL AND "not_met_reason" IS NOT NULL AND "goods" IS NULL END);
ALTER TABLE "visit_visitor"
  ADD CONSTRAINT "visit_visitor_giver" CHECK ("is_giver" OR ("confirmed_at" IS NULL AND "denied_at" IS NULL)),
  ADD CONSTRAINT "visit_visitor_answer" CHECK (
    ("confirmed_at" IS NULL OR "denied_at" IS NULL) AND ("denied_at" IS NULL) = ("denied_reason" IS NULL));
-- 「没收到」 always has its case, from the phone at least.
ALTER TABLE "receipt_answer"
  ADD CONSTRAINT "receipt_answer_case" CHECK ("has_received" = ("case_id" IS NULL));
ALTER TABLE "receipt_check"
  ADD CONSTRAINT "receipt_check_case" CHECK ("result" = 'NOT_RECEIVED' OR "case_id" IS NULL);
