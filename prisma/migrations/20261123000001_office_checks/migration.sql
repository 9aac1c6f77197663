-- What no program error may get past. Each says a rule of the bureau that the code keeps too.

-- A case's status and what only that status has.
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_void_has_reason" CHECK (("status" = 'void') = ("voided_at" IS NOT NULL AND "void_reason" IS NOT NULL));
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_waiting_has_reason" CHECK (("status" = 'waiting') = ("waiting_reason" IS NOT NULL));
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_clock_runs_when_open" CHECK ("status" = 'open' OR "due_on" IS NULL);
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_answered_has_outcome" CHECK ("status" <> 'answered' OR "outcome" IS NOT NULL);
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_limit" CHECK ("limit_days" BETWEEN 1 AND 400);
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_reopened_once" CHECK ("reopened_count" BETWEEN 0 AND 1);
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_version" CHECK ("version" >= 1);
-- 办理人不能自己办结: who answered never calls back.
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_caller_did_not_handle" CHECK ("followed_by_id" IS NULL OR "answered_by_id" IS NULL OR "followed_by_id" <> "answered_by_id");

ALTER TABLE "extension" ADD CONSTRAINT "extension_lengthens" CHECK ("new_due_on" > "old_due_on" AND "days" BETWEEN 1 AND 60);
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided" CHECK (("state" = 'ASKED') = ("decided_at" IS NULL));
-- Submitter and approver are two people.
ALTER TABLE "extension" ADD CONSTRAINT "extension_two_people" CHECK ("decided_by_id" IS NULL OR "decided_by_id" <> "asked_by_id");
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_decided" CHECK (("state" = 'OFFERED') = ("decided_at" IS NULL));
ALTER TABLE "case_counter" ADD CONSTRAINT "case_counter_not_negative" CHECK ("last_no" >= 0);

-- A number that cannot be found again, or an index that leads to no number, is a loss.
ALTER TABLE "person" ADD CONSTRAINT "person_id_no_with_index" CHECK (("id_no_cipher" IS NULL) = ("id_no_index" IS NULL));
ALTER TABLE "person" ADD CONSTRAINT "person_bank_card_with_tail" CHECK (("bank_card_cipher" IS NULL) = ("bank_card_tail" IS NULL));
ALTER TABLE "person" ADD CONSTRAINT "person_contract_ends_after_start" CHECK ("contract_end" >= "contract_start");
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_id_no_with_index" CHECK (("id_no_cipher" IS NULL) = ("id_no_index" IS NULL));
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_income_not_negative" CHECK ("monthly_income_fen" >= 0);
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_ends_after_start" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_not_its_own_parent" CHECK ("parent_id" <> "id");

-- An officer without a programme or a liaison without a unit would reach nothing, or everything.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_officer_has_programme" CHECK (("role" = 'OFFICER') = ("programme" <> ''));
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_liaison_has_unit" CHECK ("role" <> 'LIAISON' OR "unit_id" IS NOT NULL);
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_ends_after_start" CHECK ("valid_to" >= "valid_from");
