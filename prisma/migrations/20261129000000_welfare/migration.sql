-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('ASKED', 'APPROVED', 'DECLINED', 'TAKEN');

-- CreateEnum
CREATE TYPE "HardshipState" AS ENUM ('APPLYING', 'ON_FILE', 'LIFTED', 'CANCELLED', 'REFUSED');

-- CreateEnum
CREATE TYPE "HardshipLevel" AS ENUM ('DEEP', 'RELATIVE', 'ACCIDENT');

-- CreateEnum
CREATE TYPE "HardshipCause" AS ENUM ('OWN_ILLNESS', 'FAMILY_ILLNESS', 'DISABILITY', 'SCHOOLING', 'DISASTER', 'SINGLE_PARENT', 'UNEMPLOYMENT', 'LOW_INCOME', 'OTHER');

-- CreateEnum
CREATE TYPE "Housing" AS ENUM ('OWNED', 'PUBLIC_RENT', 'LOW_RENT', 'RENTED', 'SELF_BUILT', 'NONE');

-- CreateEnum
CREATE TYPE "CarUse" AS ENUM ('NONE', 'LIVING', 'PRIVATE');

-- CreateEnum
CREATE TYPE "SchoolFee" AS ENUM ('NONE', 'PUBLIC', 'HIGH_FEE', 'ABROAD');

-- CreateEnum
CREATE TYPE "CancelReason" AS ENUM ('LEFT', 'DECEASED', 'FALSE_STATEMENT', 'MOVED_OUT');

-- CreateEnum
CREATE TYPE "AssessmentKind" AS ENUM ('APPLICATION', 'REVIEW');

-- CreateEnum
CREATE TYPE "FileOutcome" AS ENUM ('KEEP', 'LIFT');

-- CreateEnum
CREATE TYPE "CampaignStage" AS ENUM ('DRAFT', 'SURVEY', 'LIST_REVIEW', 'BUDGET', 'NOTICE', 'VISITING', 'SETTLING', 'RESULT_NOTICE', 'ARCHIVED', 'VOID');

-- CreateEnum
CREATE TYPE "FundSource" AS ENUM ('UNION', 'ADMINISTRATION', 'SUPERIOR', 'DONATION');

-- CreateEnum
CREATE TYPE "VisitCategory" AS ENUM ('HARDSHIP', 'SICK', 'WIDOWED', 'LABOUR_MODEL', 'RETIRED');

-- CreateEnum
CREATE TYPE "NotMetReason" AS ENUM ('HOSPITAL', 'HOME_TOWN', 'DECLINED', 'OTHER');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('READING', 'CHECKED', 'WRITING', 'DONE', 'UNDONE', 'DROPPED', 'FAILED');

-- CreateEnum
CREATE TYPE "ImportRowState" AS ENUM ('NEW', 'CHANGED', 'SAME', 'WRONG');

-- CreateEnum
CREATE TYPE "ObjectionChannel" AS ENUM ('WORKER', 'PHONE', 'DESK', 'LIAISON', 'LETTER');

-- CreateEnum
CREATE TYPE "ObjectionOutcome" AS ENUM ('KEPT', 'STRUCK');

-- CreateEnum
CREATE TYPE "SignOffKind" AS ENUM ('MONEY', 'GOODS', 'BED', 'PLACE');

-- CreateEnum
CREATE TYPE "SignMode" AS ENUM ('SIGNATURE', 'FINGERPRINT', 'PHOTO', 'TRANSFER');

-- CreateEnum
CREATE TYPE "AttachmentKind" AS ENUM ('APPLICATION', 'ID_CARD', 'HOUSEHOLD_BOOK', 'INCOME_PROOF', 'BANK_CARD', 'LOW_INCOME_CARD', 'DIAGNOSIS', 'MEDICAL_BILL', 'DISABILITY_CARD', 'SCHOOL_PROOF', 'DISASTER_PROOF', 'CONTRACT', 'FAMILY_PROOF', 'SIGNATURE', 'FINGERPRINT', 'PHOTO', 'VOUCHER', 'OTHER');

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "is_manager" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "void_reason" TEXT,
ADD COLUMN     "voided_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "welfare_case" ADD COLUMN     "stage_table" TEXT NOT NULL DEFAULT 'generic';

-- CreateTable
CREATE TABLE "export_request" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "filter_words" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'ASKED',
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "valid_until" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "request_key" UUID NOT NULL,

    CONSTRAINT "export_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hardship_file" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "head_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" "HardshipState" NOT NULL DEFAULT 'APPLYING',
    "level" "HardshipLevel",
    "main_cause" "HardshipCause",
    "second_cause" "HardshipCause",
    "on_file_since" DATE,
    "last_reviewed_on" DATE,
    "review_due_on" DATE,
    "removed_on" DATE,
    "cancel_reason" "CancelReason",
    "removed_note" TEXT,
    "keep_until" DATE,
    "paper_due_on" DATE,
    "paper_checked_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hardship_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hardship_assessment" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "AssessmentKind" NOT NULL,
    "applicant_id" UUID NOT NULL,
    "main_cause" "HardshipCause" NOT NULL,
    "second_cause" "HardshipCause",
    "income_fen" BIGINT,
    "medical_fen" BIGINT NOT NULL DEFAULT 0,
    "education_fen" BIGINT NOT NULL DEFAULT 0,
    "disability_fen" BIGINT NOT NULL DEFAULT 0,
    "size" INTEGER,
    "is_disaster" BOOLEAN NOT NULL DEFAULT false,
    "accident_cost_fen" BIGINT NOT NULL DEFAULT 0,
    "dwellings" INTEGER NOT NULL DEFAULT 0,
    "housing" "Housing" NOT NULL DEFAULT 'RENTED',
    "area" INTEGER,
    "cars" "CarUse" NOT NULL DEFAULT 'NONE',
    "has_business" BOOLEAN NOT NULL DEFAULT false,
    "school_fee" "SchoolFee" NOT NULL DEFAULT 'NONE',
    "is_single_parent" BOOLEAN NOT NULL DEFAULT false,
    "none_employed" BOOLEAN NOT NULL DEFAULT false,
    "story_cipher" TEXT,
    "health_cipher" TEXT,
    "per_head_fen" BIGINT,
    "line_fen" BIGINT,
    "multiple" INTEGER,
    "accident_share" INTEGER,
    "exclusions" TEXT[],
    "proposed" "HardshipLevel",
    "decided" "HardshipLevel",
    "deviation_reason" TEXT,
    "review_outcome" "FileOutcome",
    "notice_id" UUID,
    "officer_opinion" TEXT,
    "officer_id" UUID,
    "officer_on" DATE,
    "manager_opinion" TEXT,
    "manager_id" UUID,
    "manager_on" DATE,
    "leader_opinion" TEXT,
    "leader_id" UUID,
    "leader_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hardship_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "home_verification" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "visited_on" DATE NOT NULL,
    "visitor_ids" UUID[],
    "observed_cipher" TEXT NOT NULL,
    "is_signed" BOOLEAN NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "home_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hardship_document" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "kind" "AttachmentKind" NOT NULL,
    "received_on" DATE NOT NULL,
    "original_seen" BOOLEAN NOT NULL DEFAULT false,
    "checked_by_id" UUID,
    "checked_on" DATE,

    CONSTRAINT "hardship_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_campaign" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stage" "CampaignStage" NOT NULL DEFAULT 'DRAFT',
    "standard_fen" BIGINT NOT NULL,
    "goods" TEXT,
    "festival_on" DATE NOT NULL,
    "finish_by" DATE NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "notice_id" UUID,
    "result_notice_id" UUID,
    "submitted_by_id" UUID,
    "approved_by_id" UUID,
    "approved_on" DATE,
    "settled_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_step" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "move" TEXT NOT NULL,
    "to_stage" "CampaignStage" NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "campaign_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_fund" (
    "campaign_id" UUID NOT NULL,
    "source" "FundSource" NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "campaign_fund_pkey" PRIMARY KEY ("campaign_id","source")
);

-- CreateTable
CREATE TABLE "visit_group" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "leader_id" UUID,
    "member_ids" UUID[],
    "planned_on" DATE,
    "route" TEXT,

    CONSTRAINT "visit_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_row" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "file_id" UUID,
    "category" "VisitCategory" NOT NULL,
    "reason" TEXT NOT NULL,
    "level" "HardshipLevel",
    "is_leader" BOOLEAN,
    "is_office" BOOLEAN,
    "is_retired" BOOLEAN,
    "complete_at" TIMESTAMPTZ(3),
    "order_no" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "is_left_out" BOOLEAN NOT NULL DEFAULT false,
    "group_id" UUID,
    "sign_off_id" UUID,
    "signed_on" DATE,
    "visited_on" DATE,
    "not_met_reason" "NotMetReason",
    "condition_cipher" TEXT,
    "need_case_id" UUID,
    "taken_off_at" TIMESTAMPTZ(3),
    "taken_off_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'READING',
    "headers" TEXT[],
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_new" INTEGER NOT NULL DEFAULT 0,
    "rows_changed" INTEGER NOT NULL DEFAULT 0,
    "rows_same" INTEGER NOT NULL DEFAULT 0,
    "rows_wrong" INTEGER NOT NULL DEFAULT 0,
    "rows_written" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "only_correct" BOOLEAN NOT NULL DEFAULT false,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undo_reason" TEXT,
    "request_key" UUID NOT NULL,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "state" "ImportRowState" NOT NULL,
    "target_id" UUID,
    "content_cipher" TEXT NOT NULL,
    "written_version" INTEGER,
    "taken_back" BOOLEAN NOT NULL DEFAULT false,
    "kept_why" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "object_id" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "drafted_by_id" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID,
    "published_on" DATE,
    "working_days" INTEGER,
    "ends_on" DATE,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "void_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_entry" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "masked_name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "amount_fen" BIGINT,
    "note" TEXT,

    CONSTRAINT "notice_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "channel" "ObjectionChannel" NOT NULL,
    "content_cipher" TEXT NOT NULL,
    "objector_cipher" TEXT,
    "received_on" DATE NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "findings" TEXT,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "outcome" "ObjectionOutcome",
    "reason" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "request_key" UUID NOT NULL,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID,
    "household_id" UUID,
    "unit_id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "case_id" UUID,
    "campaign_id" UUID,
    "kind" "SignOffKind" NOT NULL,
    "what" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "amount_fen" BIGINT NOT NULL DEFAULT 0,
    "granted_on" DATE NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by_id" UUID NOT NULL,
    "reverses_id" UUID,
    "reason" TEXT,
    "signed_on" DATE,
    "signed_at" TIMESTAMPTZ(3),
    "signed_by_id" UUID,
    "received_by" TEXT,
    "relation" TEXT,
    "mode" "SignMode",
    "voucher_no" TEXT,
    "first_giver_id" UUID,
    "second_giver_id" UUID,
    "signature_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "person_id" UUID,
    "unit_id" UUID,
    "kind" "AttachmentKind" NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "stored_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "has_consent" BOOLEAN NOT NULL DEFAULT false,
    "original_seen_on" DATE,
    "original_seen_by_id" UUID,
    "voided_at" TIMESTAMPTZ(3),
    "voided_by_id" UUID,
    "void_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_request_request_key_key" ON "export_request"("request_key");

-- CreateIndex
CREATE INDEX "export_request_bureau_id_state_asked_at_idx" ON "export_request"("bureau_id", "state", "asked_at" DESC);

-- CreateIndex
CREATE INDEX "export_request_asked_by_id_asked_at_idx" ON "export_request"("asked_by_id", "asked_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "hardship_file_household_id_key" ON "hardship_file"("household_id");

-- CreateIndex
CREATE UNIQUE INDEX "hardship_file_number_key" ON "hardship_file"("number");

-- CreateIndex
CREATE INDEX "hardship_file_bureau_id_state_id_idx" ON "hardship_file"("bureau_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "hardship_file_unit_id_state_idx" ON "hardship_file"("unit_id", "state");

-- CreateIndex
CREATE INDEX "hardship_file_review_due_on_idx" ON "hardship_file"("review_due_on");

-- CreateIndex
CREATE UNIQUE INDEX "hardship_assessment_case_id_key" ON "hardship_assessment"("case_id");

-- CreateIndex
CREATE INDEX "hardship_assessment_file_id_id_idx" ON "hardship_assessment"("file_id", "id" DESC);

-- CreateIndex
CREATE INDEX "home_verification_assessment_id_idx" ON "home_verification"("assessment_id");

-- CreateIndex
CREATE UNIQUE INDEX "hardship_document_assessment_id_kind_key" ON "hardship_document"("assessment_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "visit_campaign_bureau_id_year_key" ON "visit_campaign"("bureau_id", "year");

-- CreateIndex
CREATE INDEX "campaign_step_campaign_id_id_idx" ON "campaign_step"("campaign_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_group_campaign_id_name_key" ON "visit_group"("campaign_id", "name");

-- CreateIndex
CREATE INDEX "visit_row_household_id_idx" ON "visit_row"("household_id");

-- CreateIndex
CREATE INDEX "visit_row_group_id_idx" ON "visit_row"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_row_campaign_id_household_id_key" ON "visit_row"("campaign_id", "household_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_batch_request_key_key" ON "import_batch"("request_key");

-- CreateIndex
CREATE INDEX "import_batch_bureau_id_entity_created_at_idx" ON "import_batch"("bureau_id", "entity", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_row_batch_id_state_row_no_idx" ON "import_row"("batch_id", "state", "row_no");

-- CreateIndex
CREATE UNIQUE INDEX "import_row_batch_id_row_no_key" ON "import_row"("batch_id", "row_no");

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_number_key" ON "public_notice"("number");

-- CreateIndex
CREATE INDEX "public_notice_bureau_id_id_idx" ON "public_notice"("bureau_id", "id" DESC);

-- CreateIndex
CREATE INDEX "public_notice_bureau_id_published_on_idx" ON "public_notice"("bureau_id", "published_on");

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_once" ON "public_notice"("matter", "object_id") WHERE (object_id IS NOT NULL AND voided_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "notice_entry_notice_id_key_key" ON "notice_entry"("notice_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "notice_entry_notice_id_place_key" ON "notice_entry"("notice_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "objection_request_key_key" ON "objection"("request_key");

-- CreateIndex
CREATE INDEX "objection_notice_id_idx" ON "objection"("notice_id");

-- CreateIndex
CREATE INDEX "objection_entry_id_idx" ON "objection"("entry_id");

-- CreateIndex
CREATE INDEX "objection_entered_by_id_idx" ON "objection"("entered_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_reverses_id_key" ON "sign_off"("reverses_id");

-- CreateIndex
CREATE INDEX "sign_off_bureau_id_id_idx" ON "sign_off"("bureau_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sign_off_bureau_id_programme_granted_on_idx" ON "sign_off"("bureau_id", "programme", "granted_on");

-- CreateIndex
CREATE INDEX "sign_off_unit_id_id_idx" ON "sign_off"("unit_id", "id" DESC);

-- CreateIndex
CREATE INDEX "sign_off_person_id_granted_on_idx" ON "sign_off"("person_id", "granted_on");

-- CreateIndex
CREATE INDEX "sign_off_household_id_granted_on_idx" ON "sign_off"("household_id", "granted_on");

-- CreateIndex
CREATE INDEX "sign_off_campaign_id_unit_id_idx" ON "sign_off"("campaign_id", "unit_id");

-- CreateIndex
CREATE INDEX "sign_off_case_id_idx" ON "sign_off"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "attachment_stored_name_key" ON "attachment"("stored_name");

-- CreateIndex
CREATE INDEX "attachment_owner_owner_id_idx" ON "attachment"("owner", "owner_id");

-- CreateIndex
CREATE INDEX "attachment_person_id_idx" ON "attachment"("person_id");

-- AddForeignKey
ALTER TABLE "hardship_file" ADD CONSTRAINT "hardship_file_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hardship_file" ADD CONSTRAINT "hardship_file_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hardship_assessment" ADD CONSTRAINT "hardship_assessment_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "hardship_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hardship_assessment" ADD CONSTRAINT "hardship_assessment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "home_verification" ADD CONSTRAINT "home_verification_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "hardship_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hardship_document" ADD CONSTRAINT "hardship_document_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "hardship_assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_step" ADD CONSTRAINT "campaign_step_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign_fund" ADD CONSTRAINT "campaign_fund_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_group" ADD CONSTRAINT "visit_group_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_row" ADD CONSTRAINT "visit_row_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_row" ADD CONSTRAINT "visit_row_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_row" ADD CONSTRAINT "visit_row_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_row" ADD CONSTRAINT "visit_row_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "visit_group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "notice_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_off" ADD CONSTRAINT "sign_off_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "sign_off"("id") ON DELETE SET NULL ON UPDATE CASCADE;
