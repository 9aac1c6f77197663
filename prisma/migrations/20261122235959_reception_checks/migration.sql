-- What Prisma's schema cannot say. `released_at` decides whether a seat is taken, the status says why; the two never disagree.
ALTER TABLE "booking" ADD CONSTRAINT "booking_released_by_status" CHECK (("released_at" IS NULL) = ("status" IN ('HELD', 'BOOKED')));
ALTER TABLE "booking" ADD CONSTRAINT "booking_hold_has_end" CHECK ("status" <> 'HELD' OR "hold_until" IS NOT NULL);

ALTER TABLE "seat" ADD CONSTRAINT "seat_numbers_from_one" CHECK ("seat_no" > 0 AND "ticket_no" > 0);
ALTER TABLE "reception_slot" ADD CONSTRAINT "reception_slot_ends_after_start" CHECK ("ends_at" > "starts_at");
ALTER TABLE "day_counter" ADD CONSTRAINT "day_counter_not_negative" CHECK ("last_no" >= 0);

-- A visitor in the queue has a number; who never came has none.
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_number_by_state" CHECK (("queue_no" IS NULL) = ("state" = 'NO_SHOW'));
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_party" CHECK ("party_size" BETWEEN 1 AND 200);
