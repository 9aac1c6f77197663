-- What no program error may get past. Each says a rule of the dormitories that the code keeps too.
ALTER TABLE "dorm_site" ADD CONSTRAINT "dorm_site_area" CHECK ("area" > 0);
ALTER TABLE "dorm_room" ADD CONSTRAINT "dorm_room_area" CHECK ("area" > 0 AND "floor" BETWEEN -1 AND 40);
-- A closure is of a room or of a bed, and ends no earlier than it begins.
ALTER TABLE "dorm_closure" ADD CONSTRAINT "dorm_closure_of_one" CHECK (("room_id" IS NULL) <> ("bed_id" IS NULL));
ALTER TABLE "dorm_closure" ADD CONSTRAINT "dorm_closure_ends_after_start" CHECK ("to_on" >= "from_on");
ALTER TABLE "bed_application" ADD CONSTRAINT "bed_application_wishes" CHECK (cardinality("sites_wish") <= 3);
ALTER TABLE "bed_application" ADD CONSTRAINT "bed_application_not_own_spouse" CHECK ("spouse_id" <> "person_id");
-- The state of a stay and the dates that only that state has.
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_dates_by_state" CHECK (
  CASE "state"
    WHEN 'HELD' THEN "in_on" IS NULL AND "out_on" IS NULL
    WHEN 'LIVING' THEN "in_on" IS NOT NULL AND "out_on" IS NULL
    WHEN 'LEFT' THEN "in_on" IS NOT NULL AND "out_on" IS NOT NULL AND "out_reason" IS NOT NULL
    ELSE "in_on" IS NULL AND "out_on" IS NULL END);
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_out_after_in" CHECK ("out_on" >= "in_on");
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_away" CHECK (("away_from" IS NULL) = ("away_to" IS NULL) AND "away_to" >= "away_from");
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_allotted" CHECK (("allotted_on" IS NULL) = ("move_in_by" IS NULL));
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_deposit" CHECK ("deposit_fen" >= 0);
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_keys" CHECK ("place" >= 1 AND "need" BETWEEN 0 AND 3);
-- Who asks for a deviation never approves it.
ALTER TABLE "round_deviation" ADD CONSTRAINT "round_deviation_two_people" CHECK ("decided_by_id" <> "asked_by_id");
ALTER TABLE "round_deviation" ADD CONSTRAINT "round_deviation_decided" CHECK (("state" = 'ASKED') = ("decided_at" IS NULL));
ALTER TABLE "allotment_round" ADD CONSTRAINT "allotment_round_two_people" CHECK ("agreed_by_id" <> "submitted_by_id");
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_cost" CHECK ("cost_fen" >= 0);
-- 验收签字 by somebody else than the repairer.
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_not_own" CHECK ("repairer_id" <> "reporter_id");
ALTER TABLE "star_round" ADD CONSTRAINT "star_round_thresholds" CHECK ("five_from" > "four_from" AND "four_from" > "three_from" AND "three_from" > 0);
ALTER TABLE "star_round" ADD CONSTRAINT "star_round_two_people" CHECK ("awarded_by_id" <> "submitted_by_id");
ALTER TABLE "star_entry" ADD CONSTRAINT "star_entry_points" CHECK ("self_tenths" BETWEEN 0 AND 1000 AND "average_tenths" BETWEEN 0 AND 1000);
ALTER TABLE "star_entry" ADD CONSTRAINT "star_entry_stars" CHECK ("stars" IN (0, 3, 4, 5) AND ("veto" IS NULL OR "stars" = 0 OR "stars" IS NULL));
ALTER TABLE "star_entry" ADD CONSTRAINT "star_entry_lowered" CHECK (("lowered_on" IS NULL) = ("lowered_to" IS NULL) AND ("lowered_on" IS NULL) = ("lowered_reason" IS NULL) AND "lowered_to" < "stars");
ALTER TABLE "dorm_inspection" ADD CONSTRAINT "dorm_inspection_total" CHECK ("total" BETWEEN 0 AND 100);
