-- The law's five working days, four eyes, and no unmasked name.
ALTER TABLE "public_notice"
  ADD CONSTRAINT "public_notice_published" CHECK (
    ("published_on" IS NULL) = ("published_by_id" IS NULL) AND ("published_on" IS NULL) = ("ends_on" IS NULL)
      AND ("published_on" IS NULL) = ("working_days" IS NULL)),
  ADD CONSTRAINT "public_notice_long_enough" CHECK ("working_days" >= 5 AND "ends_on" > "published_on"),
  ADD CONSTRAINT "public_notice_four_eyes" CHECK ("published_by_id" <> "drafted_by_id");
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_masked" CHECK (position('*' in "masked_name") > 0);
ALTER TABLE "objection"
  ADD CONSTRAINT "objection_settled" CHECK (
    ("outcome" IS NULL) = ("settled_at" IS NULL) AND ("outcome" IS NULL) = ("reason" IS NULL)
      AND ("outcome" IS NULL OR "checked_at" IS NOT NULL)),
  ADD CONSTRAINT "objection_checked" CHECK (("checked_at" IS NULL) = ("findings" IS NULL));
