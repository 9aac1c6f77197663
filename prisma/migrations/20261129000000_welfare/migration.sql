-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('ASKED', 'APPROVED', 'DECLINED', 'TAKEN');

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
ALTER TABLE "welfare_case" ADD COLUMN     "derives_on" DATE,
ADD COLUMN     "stage_table" TEXT NOT NULL DEFAULT 'generic';

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

-- CreateIndex
CREATE INDEX "welfare_case_derives_on_idx" ON "welfare_case"("derives_on");

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
