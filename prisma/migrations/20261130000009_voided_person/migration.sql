-- A voided person keeps the number and gives up its index, so that the right person can bear it.
ALTER TABLE "person" DROP CONSTRAINT "person_id_no_with_index";
ALTER TABLE "person" ADD CONSTRAINT "person_id_no_with_index" CHECK (("id_no_cipher" IS NULL) = ("id_no_index" IS NULL) OR "voided_at" IS NOT NULL);
