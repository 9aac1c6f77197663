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
-- 探亲房: at least one night, and a state with the dates that only that state has.
ALTER TABLE "family_visit_booking"
  ADD CONSTRAINT "family_visit_booking_nights" CHECK ("to_on" > "from_on" AND "guests" BETWEEN 1 AND 6),
  ADD CONSTRAINT "family_visit_booking_dates_by_state" CHECK (
    CASE "state"
      WHEN 'BOOKED' THEN "arrived_on" IS NULL AND "left_on" IS NULL
      WHEN 'STAYING' THEN "arrived_on" IS NOT NULL AND "left_on" IS NULL
      WHEN 'LEFT' THEN "arrived_on" IS NOT NULL AND "left_on" >= "arrived_on"
      ELSE "arrived_on" IS NULL AND "left_on" IS NULL AND "end_reason" IS NOT NULL END),
  ADD CONSTRAINT "family_visit_booking_police" CHECK ("arrived_on" IS NULL OR NOT "is_police_needed" OR "police_on" IS NOT NULL);
-- 抄表: what was used follows from the two figures; a meter runs backwards only where it was changed.
ALTER TABLE "meter_reading"
  ADD CONSTRAINT "meter_reading_month" CHECK (EXTRACT(DAY FROM "month") = 1),
  ADD CONSTRAINT "meter_reading_changed" CHECK (("old_end" IS NULL) = ("new_start" IS NULL)),
  ADD CONSTRAINT "meter_reading_used" CHECK ("previous" >= 0 AND "shown" >= 0 AND "used" >= 0 AND "used" =
    CASE WHEN "old_end" IS NULL THEN "shown" - "previous" ELSE ("old_end" - "previous") + ("shown" - "new_start") END),
  ADD CONSTRAINT "meter_reading_replaced" CHECK (("replaced_at" IS NULL) = ("replaced_reason" IS NULL));
-- 水电费: settled by one, confirmed by another; below zero only as a counter entry, which says why.
ALTER TABLE "utility_bill"
  ADD CONSTRAINT "utility_bill_two_people" CHECK ("confirmed_by_id" <> "settled_by_id"),
  ADD CONSTRAINT "utility_bill_confirmed" CHECK (("confirmed_by_id" IS NULL) = ("confirmed_at" IS NULL)
    AND ("state" NOT IN ('CONFIRMED', 'REVERSED') OR "confirmed_at" IS NOT NULL)),
  ADD CONSTRAINT "utility_bill_posted" CHECK ("posted_on" IS NULL OR "confirmed_at" IS NOT NULL),
  ADD CONSTRAINT "utility_bill_sign" CHECK (CASE WHEN "reverses_id" IS NULL THEN "cost_fen" >= 0 AND "shared_fen" BETWEEN 0 AND "cost_fen"
    ELSE "cost_fen" <= 0 AND "shared_fen" BETWEEN "cost_fen" AND 0 AND "reason" IS NOT NULL END);
ALTER TABLE "utility_share"
  ADD CONSTRAINT "utility_share_total" CHECK ("total_fen" = "electricity_fen" + "water_fen" + "gas_fen" + "heating_fen" AND "nights" > 0);
-- 验收: of something that was repaired, by somebody else than the repairer.
ALTER TABLE "repair_ticket"
  ADD CONSTRAINT "repair_ticket_accepted" CHECK (("accepted_by_id" IS NULL) = ("accepted_at" IS NULL) AND ("accepted_by_id" IS NULL OR "repairer_id" IS NOT NULL)),
  ADD CONSTRAINT "repair_ticket_two_people" CHECK ("accepted_by_id" <> "repairer_id");
