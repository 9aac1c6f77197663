-- What no program may write, however faulty: a month that is none, an end before the beginning, an end without a reason.
ALTER TABLE "enrolment"
  ADD CONSTRAINT "enrolment_months" CHECK (
    "start_month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$' AND ("end_month" IS NULL
      OR "end_month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$' AND "end_month" >= "start_month")),
  ADD CONSTRAINT "enrolment_ended_for_a_reason" CHECK (("end_month" IS NULL) = ("end_code" IS NULL)),
  ADD CONSTRAINT "enrolment_codes" CHECK (
    "start_code" IN ('FIRST', 'RESUMED', 'FROM_OUTSIDE', 'FROM_DISTRICT')
    AND "end_code" IN ('TO_DISTRICT', 'TO_OUTSIDE', 'SUSPENDED', 'SURRENDERED', 'RETIRED', 'DECEASED'));
ALTER TABLE "contribution_base"
  ADD CONSTRAINT "contribution_base_month" CHECK ("from_month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT "contribution_base_amounts" CHECK ("wage_fen" >= 0 AND "base_fen" > 0 AND "base_fen" % 100 = 0);
ALTER TABLE "insurance_change"
  ADD CONSTRAINT "insurance_change_month" CHECK ("month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT "insurance_change_schemes" CHECK (cardinality("schemes") > 0),
  ADD CONSTRAINT "insurance_change_base" CHECK (
    ("code" IN ('FIRST', 'RESUMED', 'FROM_OUTSIDE', 'FROM_DISTRICT')) = ("base_fen" IS NOT NULL)
    AND ("base_fen" IS NULL) = ("wage_fen" IS NULL)),
  ADD CONSTRAINT "insurance_change_filed" CHECK (
    ("receipt_no" IS NULL) = ("filed_on" IS NULL) AND ("filed_on" IS NULL) = ("filed_by_id" IS NULL)),
  ADD CONSTRAINT "insurance_change_effect" CHECK ("effective_on" IS NULL OR "result_on" IS NOT NULL);
ALTER TABLE "office_list_line"
  ADD CONSTRAINT "office_list_line_month" CHECK ("month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT "office_list_line_schemes" CHECK (cardinality("schemes") > 0),
  ADD CONSTRAINT "office_list_line_base" CHECK ("base_fen" > 0),
  -- a number in clear has no stars
  ADD CONSTRAINT "office_list_line_mask" CHECK ("id_no_mask" LIKE '%****%');
ALTER TABLE "difference_note"
  ADD CONSTRAINT "difference_note_month" CHECK ("month" ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])$'),
  -- whom the roster does not know has nothing that could be changed
  ADD CONSTRAINT "difference_note_theirs" CHECK ("resolution" <> 'THEIRS' OR "person_id" IS NOT NULL);
