-- What no program may write, however faulty: money without somebody who said yes, one pair of eyes, half a resolution.
ALTER TABLE "emergency_relief"
  ADD CONSTRAINT "emergency_relief_amounts" CHECK (
    "asked_fen" > 0 AND "paid_first_fen" >= 0 AND ("proposed_fen" IS NULL OR "proposed_fen" > 0)
      AND ("granted_fen" IS NULL OR ("granted_fen" > 0 AND "granted_fen" >= "paid_first_fen"))),
  ADD CONSTRAINT "emergency_relief_two_look" CHECK (
    CASE WHEN "verified_on" IS NULL THEN cardinality("verifier_ids") = 0 AND "found_cipher" IS NULL
    ELSE cardinality("verifier_ids") >= 2 AND "verifier_ids"[1] <> "verifier_ids"[2] AND "found_cipher" IS NOT NULL END),
  ADD CONSTRAINT "emergency_relief_approved" CHECK (
    ("granted_fen" IS NULL) = ("approved_on" IS NULL) AND ("granted_fen" IS NULL) = ("approver_id" IS NULL)
      AND ("granted_fen" IS NULL OR "pay_mode" IS NOT NULL)),
  ADD CONSTRAINT "emergency_relief_apart" CHECK ("approver_id" IS NULL OR "approver_id" <> "officer_id"),
  ADD CONSTRAINT "emergency_relief_committee" CHECK (("committee_no" IS NULL) = ("committee_on" IS NULL)),
  ADD CONSTRAINT "emergency_relief_paid_first" CHECK (
    ("paid_first_fen" = 0) = ("paid_first_on" IS NULL) AND ("paid_first_fen" = 0) = ("paid_first_by_id" IS NULL)
      AND ("paid_first_fen" = 0) = ("paperwork_due_on" IS NULL));
