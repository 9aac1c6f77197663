-- CreateEnum
CREATE TYPE "ReliefEvent" AS ENUM ('FIRE', 'ILLNESS', 'ACCIDENT', 'DEATH', 'OTHER');

-- CreateEnum
CREATE TYPE "PayMode" AS ENUM ('CASH', 'TRANSFER');

-- CreateEnum
CREATE TYPE "VisitOutcome" AS ENUM ('MET', 'NOT_MET');

-- CreateEnum
CREATE TYPE "ReceiptCheckResult" AS ENUM ('RECEIVED', 'NOT_RECEIVED', 'UNREACHED');

-- DropIndex
DROP INDEX "visit_campaign_bureau_id_year_key";

-- AlterTable
ALTER TABLE "import_batch" ADD COLUMN     "forgotten_at" TIMESTAMPTZ(3),
ADD COLUMN     "seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "visit_campaign" ADD COLUMN     "agreed_by_id" UUID,
ADD COLUMN     "budget_by_id" UUID,
ADD COLUMN     "cap_reason" TEXT,
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "confirmed_on" DATE,
ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "void_reason" TEXT;

-- AlterTable
ALTER TABLE "visit_group" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "visit_row" ADD COLUMN     "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "deviation_reason" TEXT,
ADD COLUMN     "key_no" TEXT,
ADD COLUMN     "off_asked_reason" TEXT,
ADD COLUMN     "place_by_hand" INTEGER,
ADD COLUMN     "planned_again_on" DATE;

-- AlterTable
ALTER TABLE "welfare_case" ADD COLUMN     "decider" TEXT;

-- CreateTable
CREATE TABLE "campaign_report" (
    "campaign_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_by_id" UUID NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "campaign_report_pkey" PRIMARY KEY ("campaign_id","unit_id")
);

-- CreateTable
CREATE TABLE "emergency_relief" (
    "case_id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "event" "ReliefEvent" NOT NULL,
    "happened_on" DATE NOT NULL,
    "story_cipher" TEXT NOT NULL,
    "asked_fen" BIGINT NOT NULL,
    "is_another" BOOLEAN NOT NULL DEFAULT false,
    "verifier_ids" UUID[],
    "verified_on" DATE,
    "found_cipher" TEXT,
    "proposed_fen" BIGINT,
    "pay_mode" "PayMode",
    "fund" "FundSource",
    "officer_id" UUID,
    "officer_opinion" TEXT,
    "granted_fen" BIGINT,
    "approver_id" UUID,
    "approved_on" DATE,
    "opinion" TEXT,
    "committee_no" TEXT,
    "committee_on" DATE,
    "cap_reason" TEXT,
    "paid_first_fen" BIGINT NOT NULL DEFAULT 0,
    "paid_first_on" DATE,
    "paid_first_by_id" UUID,
    "paperwork_due_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "emergency_relief_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "visit_record" (
    "id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "outcome" "VisitOutcome" NOT NULL,
    "visited_on" DATE NOT NULL,
    "not_met_reason" "NotMetReason",
    "note" TEXT,
    "goods" TEXT,
    "sign_off_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_visitor" (
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "is_giver" BOOLEAN NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "denied_at" TIMESTAMPTZ(3),
    "denied_reason" TEXT,

    CONSTRAINT "visit_visitor_pkey" PRIMARY KEY ("record_id","person_id")
);

-- CreateTable
CREATE TABLE "receipt_answer" (
    "id" UUID NOT NULL,
    "sign_off_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "has_received" BOOLEAN NOT NULL,
    "words_cipher" TEXT,
    "case_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipt_check" (
    "id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "sign_off_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "result" "ReceiptCheckResult" NOT NULL,
    "note_cipher" TEXT,
    "case_id" UUID,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_recusal" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "case_recusal_pkey" PRIMARY KEY ("case_id","account_id")
);

-- CreateIndex
CREATE INDEX "emergency_relief_bureau_id_case_id_idx" ON "emergency_relief"("bureau_id", "case_id" DESC);

-- CreateIndex
CREATE INDEX "emergency_relief_person_id_happened_on_idx" ON "emergency_relief"("person_id", "happened_on");

-- CreateIndex
CREATE INDEX "emergency_relief_unit_id_case_id_idx" ON "emergency_relief"("unit_id", "case_id" DESC);

-- CreateIndex
CREATE INDEX "emergency_relief_bureau_id_approved_on_idx" ON "emergency_relief"("bureau_id", "approved_on");

-- CreateIndex
CREATE UNIQUE INDEX "visit_record_request_key_key" ON "visit_record"("request_key");

-- CreateIndex
CREATE UNIQUE INDEX "visit_record_sign_off_id_key" ON "visit_record"("sign_off_id");

-- CreateIndex
CREATE INDEX "visit_record_row_id_id_idx" ON "visit_record"("row_id", "id");

-- CreateIndex
CREATE INDEX "visit_visitor_person_id_idx" ON "visit_visitor"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_answer_request_key_key" ON "receipt_answer"("request_key");

-- CreateIndex
CREATE INDEX "receipt_answer_sign_off_id_id_idx" ON "receipt_answer"("sign_off_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_check_request_key_key" ON "receipt_check"("request_key");

-- CreateIndex
CREATE INDEX "receipt_check_row_id_id_idx" ON "receipt_check"("row_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_check_reached" ON "receipt_check"("sign_off_id") WHERE (result <> 'UNREACHED');

-- CreateIndex
CREATE UNIQUE INDEX "visit_campaign_once_a_year" ON "visit_campaign"("bureau_id", "year") WHERE (stage <> 'VOID');

-- AddForeignKey
ALTER TABLE "campaign_report" ADD CONSTRAINT "campaign_report_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_relief" ADD CONSTRAINT "emergency_relief_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_relief" ADD CONSTRAINT "emergency_relief_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_relief" ADD CONSTRAINT "emergency_relief_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_record" ADD CONSTRAINT "visit_record_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "visit_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_visitor" ADD CONSTRAINT "visit_visitor_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "visit_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt_check" ADD CONSTRAINT "receipt_check_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "visit_row"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
