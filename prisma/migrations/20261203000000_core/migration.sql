-- CreateEnum
CREATE TYPE "SiteSource" AS ENUM ('CONVERTED', 'NEW', 'JOINT', 'RENTED');

-- CreateEnum
CREATE TYPE "SiteFacility" AS ENUM ('HEATING', 'AIR_CONDITIONING', 'HOT_WATER', 'BATH', 'CANTEEN', 'LAUNDRY', 'DRYING', 'CHARGING', 'ACTIVITY_ROOM', 'MEDICINE_BOX', 'FAMILY_ROOM');

-- CreateEnum
CREATE TYPE "RoomUse" AS ENUM ('MALE', 'FEMALE', 'COUPLE', 'FAMILY_VISIT');

-- CreateEnum
CREATE TYPE "BedTier" AS ENUM ('LOWER', 'UPPER', 'SINGLE');

-- CreateEnum
CREATE TYPE "ClosureKind" AS ENUM ('REPAIR', 'OUT_OF_USE');

-- CreateEnum
CREATE TYPE "BedReason" AS ENUM ('NO_HOME', 'FAR_POST', 'NEW_HIRE', 'FAMILY_HARDSHIP');

-- CreateEnum
CREATE TYPE "WorkShift" AS ENUM ('EARLY', 'MIDDLE', 'NIGHT');

-- CreateEnum
CREATE TYPE "StayState" AS ENUM ('HELD', 'LIVING', 'LEFT', 'RELEASED');

-- CreateEnum
CREATE TYPE "LeaveReason" AS ENUM ('OWN_WISH', 'LEFT_BUREAU', 'DECEASED', 'TRANSFER', 'BREACH');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('FROZEN', 'SUBMITTED', 'NOTICE', 'DONE', 'VOID');

-- CreateEnum
CREATE TYPE "DeviationState" AS ENUM ('ASKED', 'APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "RepairKind" AS ENUM ('WATER', 'ELECTRICITY', 'HEATING', 'AIR_CONDITIONING', 'DOOR_WINDOW', 'NETWORK', 'OTHER');

-- CreateEnum
CREATE TYPE "StarRoundState" AS ENUM ('INSPECTING', 'SUBMITTED', 'NOTICE', 'AWARDED', 'VOID');

-- CreateEnum
CREATE TYPE "StarVeto" AS ENUM ('FIRE', 'ELECTRICITY', 'FOOD_POISONING', 'GAS');

-- CreateEnum
CREATE TYPE "InspectionKind" AS ENUM ('WEEKLY', 'MONTHLY', 'CONTEST', 'RECHECK');

-- CreateEnum
CREATE TYPE "InsuranceScheme" AS ENUM ('PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'INJURY', 'MATERNITY');

-- CreateEnum
CREATE TYPE "InsurancePayer" AS ENUM ('BUREAU', 'AGENCY');

-- CreateEnum
CREATE TYPE "ChangeCode" AS ENUM ('FIRST', 'RESUMED', 'FROM_OUTSIDE', 'FROM_DISTRICT', 'TO_DISTRICT', 'TO_OUTSIDE', 'SUSPENDED', 'SURRENDERED', 'RETIRED', 'DECEASED');

-- CreateEnum
CREATE TYPE "WageSource" AS ENUM ('LAST_YEAR', 'FIRST_MONTH', 'OFFICE');

-- CreateEnum
CREATE TYPE "BaseClamp" AS ENUM ('NONE', 'FLOOR', 'CAP');

-- CreateEnum
CREATE TYPE "GapReason" AS ENUM ('PAPERS', 'ORIGIN', 'RESIDENT', 'UNWILLING', 'AGENCY', 'OVER_AGE', 'OTHER');

-- CreateEnum
CREATE TYPE "PersuasionResult" AS ENUM ('AGREED', 'THINKING', 'REFUSED');

-- CreateEnum
CREATE TYPE "DifferenceKind" AS ENUM ('ONLY_THERE', 'ONLY_HERE', 'BASE', 'SCHEMES');

-- CreateEnum
CREATE TYPE "Resolution" AS ENUM ('OURS', 'THEIRS', 'ASKED');

-- CreateEnum
CREATE TYPE "SchoolStage" AS ENUM ('KINDERGARTEN', 'PRIMARY_1', 'PRIMARY_TRANSFER', 'JUNIOR_1', 'JUNIOR_TRANSFER', 'SENIOR');

-- CreateEnum
CREATE TYPE "Dwelling" AS ENUM ('OWNED', 'RENTED', 'DORMITORY', 'BORROWED');

-- CreateEnum
CREATE TYPE "ConsentMode" AS ENUM ('ONLINE', 'PAPER');

-- CreateEnum
CREATE TYPE "OtherParent" AS ENUM ('WORKER', 'OUTSIDE', 'NONE');

-- CreateEnum
CREATE TYPE "SchoolOutcome" AS ENUM ('PUBLIC', 'PRIVATE', 'HOMETOWN', 'OWN_SOLUTION', 'UNRESOLVED');

-- CreateEnum
CREATE TYPE "UnresolvedReason" AS ENUM ('LEASE_GAP', 'PERMIT', 'INSURANCE', 'DORMITORY', 'NO_SEAT', 'LATE', 'OTHER');

-- CreateEnum
CREATE TYPE "MaterialState" AS ENUM ('RECEIVED', 'NEEDS_FIX', 'VERIFIED', 'NOT_APPLICABLE');

-- CreateEnum
CREATE TYPE "ContactParty" AS ENUM ('UNION', 'EDU_BUREAU', 'SCHOOL');

-- CreateEnum
CREATE TYPE "CheckRound" AS ENUM ('FIRST', 'SECOND');

-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('WAITING', 'RETURNED', 'APPROVED', 'SENT');

-- the enum.


ALTER TYPE "AttachmentKind" ADD VALUE 'GUARDIAN_CONSENT';
ALTER TYPE "AttachmentKind" ADD VALUE 'RESIDENCE_PERMIT';
ALTER TYPE "AttachmentKind" ADD VALUE 'BIRTH_CERTIFICATE';
ALTER TYPE "AttachmentKind" ADD VALUE 'EMPLOYMENT_PROOF';
ALTER TYPE "AttachmentKind" ADD VALUE 'INSURANCE_PROOF';
ALTER TYPE "AttachmentKind" ADD VALUE 'PROPERTY_DEED';
ALTER TYPE "AttachmentKind" ADD VALUE 'LEASE_FILING';
ALTER TYPE "AttachmentKind" ADD VALUE 'PROPERTY_QUERY';
ALTER TYPE "AttachmentKind" ADD VALUE 'VACCINATION';
ALTER TYPE "AttachmentKind" ADD VALUE 'SCHOOL_RECORD';
ALTER TYPE "AttachmentKind" ADD VALUE 'BOOKING_SLIP';
ALTER TYPE "AttachmentKind" ADD VALUE 'DORMITORY_PROOF';
ALTER TYPE "AttachmentKind" ADD VALUE 'CHECK_EVIDENCE';
ALTER TYPE "AttachmentKind" ADD VALUE 'WAIVER';

-- CreateTable
CREATE TABLE "dorm_site" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "sort_no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "source" "SiteSource" NOT NULL,
    "opened_on" DATE NOT NULL,
    "fire_checked_on" DATE,
    "area" INTEGER NOT NULL,
    "facilities" "SiteFacility"[],
    "warden_id" UUID,
    "closed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dorm_site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dorm_room" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "building" TEXT NOT NULL,
    "floor" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "use" "RoomUse" NOT NULL,
    "area" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dorm_room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dorm_bed" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "tier" "BedTier" NOT NULL,

    CONSTRAINT "dorm_bed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dorm_closure" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "room_id" UUID,
    "bed_id" UUID,
    "kind" "ClosureKind" NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dorm_closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bed_application" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" "BedReason" NOT NULL,
    "sites_wish" UUID[],
    "spouse_id" UUID,
    "shift" "WorkShift" NOT NULL,
    "need_lower" BOOLEAN NOT NULL DEFAULT false,
    "health_cipher" TEXT,
    "complete_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bed_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bed_stay" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "bed_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "application_id" UUID,
    "state" "StayState" NOT NULL,
    "shift" "WorkShift" NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "allotted_on" DATE,
    "move_in_by" DATE,
    "in_on" DATE,
    "leaving_on" DATE,
    "out_on" DATE,
    "out_reason" "LeaveReason",
    "away_from" DATE,
    "away_to" DATE,
    "handover" JSONB,
    "meter_in" INTEGER,
    "meter_out" INTEGER,
    "deposit_fen" BIGINT NOT NULL DEFAULT 0,
    "sign_off_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bed_stay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allotment_round" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "RoundState" NOT NULL DEFAULT 'FROZEN',
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "notice_id" UUID,
    "submitted_by_id" UUID,
    "agreed_by_id" UUID,
    "void_reason" TEXT,
    "request_key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "allotment_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_entry" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "is_leader" BOOLEAN NOT NULL,
    "is_office" BOOLEAN NOT NULL,
    "is_retired" BOOLEAN NOT NULL,
    "need" INTEGER NOT NULL,
    "complete_at" TIMESTAMPTZ(3) NOT NULL,
    "case_number" TEXT NOT NULL,
    "bed_id" UUID,

    CONSTRAINT "round_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_deviation" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "bed_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "DeviationState" NOT NULL DEFAULT 'ASKED',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "round_deviation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repair_ticket" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "room_id" UUID,
    "reporter_id" UUID NOT NULL,
    "kind" "RepairKind" NOT NULL,
    "is_urgent" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "repairer_id" UUID,
    "cost_fen" BIGINT,
    "done_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "repair_ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "star_round" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "StarRoundState" NOT NULL DEFAULT 'INSPECTING',
    "five_from" INTEGER NOT NULL,
    "four_from" INTEGER NOT NULL,
    "three_from" INTEGER NOT NULL,
    "notice_id" UUID,
    "submitted_by_id" UUID,
    "awarded_by_id" UUID,
    "awarded_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "star_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "star_entry" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "self_tenths" INTEGER,
    "average_tenths" INTEGER,
    "veto" "StarVeto",
    "veto_note" TEXT,
    "stars" INTEGER,
    "awarded_on" DATE,
    "valid_to" DATE,
    "lowered_on" DATE,
    "lowered_to" INTEGER,
    "lowered_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "star_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dorm_inspection" (
    "id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "entry_id" UUID,
    "kind" "InspectionKind" NOT NULL,
    "inspected_on" DATE NOT NULL,
    "inspector_id" UUID NOT NULL,
    "points" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "veto" "StarVeto",
    "note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dorm_inspection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "scheme" "InsuranceScheme" NOT NULL,
    "payer" "InsurancePayer" NOT NULL,
    "start_month" TEXT NOT NULL,
    "end_month" TEXT,
    "start_code" "ChangeCode" NOT NULL,
    "end_code" "ChangeCode",
    "is_gained" BOOLEAN NOT NULL DEFAULT false,
    "change_id" UUID,
    "end_change_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_base" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "from_month" TEXT NOT NULL,
    "wage_fen" BIGINT NOT NULL,
    "source" "WageSource" NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "clamp" "BaseClamp" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_base_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insurance_change" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code" "ChangeCode" NOT NULL,
    "schemes" "InsuranceScheme"[],
    "payer" "InsurancePayer" NOT NULL,
    "month" TEXT NOT NULL,
    "wage_fen" BIGINT,
    "base_fen" BIGINT,
    "clamp" "BaseClamp" NOT NULL DEFAULT 'NONE',
    "receipt_no" TEXT,
    "filed_on" DATE,
    "filed_by_id" UUID,
    "result_on" DATE,
    "effective_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "insurance_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gap_note" (
    "person_id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "reason" "GapReason" NOT NULL,
    "owner_id" UUID NOT NULL,
    "expected_on" DATE,
    "note" TEXT,
    "waiver_on" DATE,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "gap_note_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "persuasion_log" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "by_name" TEXT NOT NULL,
    "result" "PersuasionResult" NOT NULL,
    "note" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "persuasion_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "insurance_transfer" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "scheme" "InsuranceScheme" NOT NULL,
    "from_place" TEXT NOT NULL,
    "to_place" TEXT NOT NULL,
    "applied_on" DATE NOT NULL,
    "accepted_on" DATE,
    "letter_on" DATE,
    "origin_on" DATE,
    "funds_on" DATE,
    "amount_fen" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "insurance_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_list_line" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "id_no_index" TEXT NOT NULL,
    "id_no_mask" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payer" "InsurancePayer" NOT NULL,
    "schemes" "InsuranceScheme"[],
    "base_fen" BIGINT NOT NULL,
    "batch_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_list_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "difference_note" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "kind" "DifferenceKind" NOT NULL,
    "ours" TEXT NOT NULL,
    "theirs" TEXT NOT NULL,
    "resolution" "Resolution" NOT NULL,
    "note" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "difference_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_placement" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "other_parent" "OtherParent",
    "other_parent_id" UUID,
    "other_name_cipher" TEXT,
    "other_id_cipher" TEXT,
    "other_phone_cipher" TEXT,
    "unit_id" UUID NOT NULL,
    "intake_year" INTEGER NOT NULL,
    "school_stage" "SchoolStage" NOT NULL,
    "grade" INTEGER,
    "child_name_cipher" TEXT,
    "child_id_cipher" TEXT,
    "child_id_index" TEXT,
    "birth_cipher" TEXT,
    "sex_cipher" TEXT,
    "record_no_cipher" TEXT,
    "wishes_cipher" TEXT,
    "consent_on" DATE NOT NULL,
    "consent_mode" "ConsentMode" NOT NULL,
    "consent_attachment_id" UUID,
    "dwelling" "Dwelling" NOT NULL,
    "needs_coordination" BOOLEAN NOT NULL DEFAULT false,
    "is_apart" BOOLEAN NOT NULL DEFAULT false,
    "is_living" BOOLEAN NOT NULL DEFAULT true,
    "returned_from" TEXT,
    "eligible_on" DATE,
    "outcome" "SchoolOutcome",
    "unresolved_reason" "UnresolvedReason",
    "school_name" TEXT,
    "class_name" TEXT,
    "enrolled_on" DATE,
    "keep_until" DATE,
    "reduced_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_material" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "kind" "AttachmentKind" NOT NULL,
    "state" "MaterialState" NOT NULL,
    "periods" JSONB NOT NULL DEFAULT '[]',
    "valid_until" DATE,
    "covers_other" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "recorded_on" DATE NOT NULL,
    "seen_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_contact" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "party" "ContactParty" NOT NULL,
    "made_on" DATE NOT NULL,
    "content" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_check" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "round" "CheckRound" NOT NULL,
    "checked_on" DATE NOT NULL,
    "is_passed" BOOLEAN NOT NULL,
    "note" TEXT,
    "attachment_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_letter" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "intake_year" INTEGER NOT NULL,
    "state" "LetterState" NOT NULL DEFAULT 'WAITING',
    "drafted_by_id" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "opinion" TEXT,
    "sent_on" DATE,
    "request_key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "school_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_letter_entry" (
    "letter_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "school_letter_entry_pkey" PRIMARY KEY ("letter_id","placement_id")
);

-- CreateTable
CREATE TABLE "school_reminder" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "intake_year" INTEGER NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "known_at" TIMESTAMPTZ(3),
    "told_by_id" UUID,

    CONSTRAINT "school_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dorm_site_bureau_id_sort_no_idx" ON "dorm_site"("bureau_id", "sort_no");

-- CreateIndex
CREATE UNIQUE INDEX "dorm_site_bureau_id_name_key" ON "dorm_site"("bureau_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "dorm_room_site_id_building_name_key" ON "dorm_room"("site_id", "building", "name");

-- CreateIndex
CREATE INDEX "dorm_bed_site_id_idx" ON "dorm_bed"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "dorm_bed_room_id_label_key" ON "dorm_bed"("room_id", "label");

-- CreateIndex
CREATE INDEX "dorm_closure_site_id_idx" ON "dorm_closure"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "bed_application_case_id_key" ON "bed_application"("case_id");

-- CreateIndex
CREATE INDEX "bed_application_bureau_id_ended_at_idx" ON "bed_application"("bureau_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "bed_application_one_living" ON "bed_application"("person_id") WHERE (ended_at IS NULL);

-- CreateIndex
CREATE INDEX "bed_stay_site_id_state_idx" ON "bed_stay"("site_id", "state");

-- CreateIndex
CREATE INDEX "bed_stay_bureau_id_state_id_idx" ON "bed_stay"("bureau_id", "state", "id" DESC);

-- CreateIndex
CREATE INDEX "bed_stay_bed_id_in_on_idx" ON "bed_stay"("bed_id", "in_on");

-- CreateIndex
CREATE INDEX "bed_stay_person_id_in_on_idx" ON "bed_stay"("person_id", "in_on");

-- CreateIndex
CREATE INDEX "bed_stay_application_id_idx" ON "bed_stay"("application_id");

-- CreateIndex
CREATE UNIQUE INDEX "bed_stay_bed_once" ON "bed_stay"("bed_id") WHERE (state IN ('HELD', 'LIVING'));

-- CreateIndex
CREATE UNIQUE INDEX "bed_stay_person_once" ON "bed_stay"("person_id") WHERE (state IN ('HELD', 'LIVING'));

-- CreateIndex
CREATE UNIQUE INDEX "allotment_round_request_key_key" ON "allotment_round"("request_key");

-- CreateIndex
CREATE INDEX "allotment_round_bureau_id_id_idx" ON "allotment_round"("bureau_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "round_entry_round_id_place_key" ON "round_entry"("round_id", "place");

-- CreateIndex
CREATE UNIQUE INDEX "round_entry_round_id_application_id_key" ON "round_entry"("round_id", "application_id");

-- CreateIndex
CREATE UNIQUE INDEX "round_deviation_one_open" ON "round_deviation"("round_id") WHERE (state = 'ASKED');

-- CreateIndex
CREATE UNIQUE INDEX "repair_ticket_case_id_key" ON "repair_ticket"("case_id");

-- CreateIndex
CREATE INDEX "repair_ticket_site_id_idx" ON "repair_ticket"("site_id");

-- CreateIndex
CREATE UNIQUE INDEX "star_round_once_a_year" ON "star_round"("bureau_id", "year") WHERE (state <> 'VOID');

-- CreateIndex
CREATE INDEX "star_entry_site_id_awarded_on_idx" ON "star_entry"("site_id", "awarded_on");

-- CreateIndex
CREATE UNIQUE INDEX "star_entry_round_id_site_id_key" ON "star_entry"("round_id", "site_id");

-- CreateIndex
CREATE INDEX "dorm_inspection_site_id_inspected_on_idx" ON "dorm_inspection"("site_id", "inspected_on");

-- CreateIndex
CREATE UNIQUE INDEX "dorm_inspection_once_an_inspector" ON "dorm_inspection"("entry_id", "inspector_id") WHERE (entry_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "enrolment_person_id_scheme_start_month_end_month_idx" ON "enrolment"("person_id", "scheme", "start_month", "end_month");

-- CreateIndex
CREATE INDEX "enrolment_bureau_id_start_month_idx" ON "enrolment"("bureau_id", "start_month");

-- CreateIndex
CREATE INDEX "enrolment_bureau_id_end_month_idx" ON "enrolment"("bureau_id", "end_month");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_running_once" ON "enrolment"("person_id", "scheme") WHERE (end_month IS NULL);

-- CreateIndex
CREATE INDEX "contribution_base_person_id_from_month_id_idx" ON "contribution_base"("person_id", "from_month", "id");

-- CreateIndex
CREATE UNIQUE INDEX "insurance_change_case_id_key" ON "insurance_change"("case_id");

-- CreateIndex
CREATE INDEX "insurance_change_bureau_id_month_idx" ON "insurance_change"("bureau_id", "month");

-- CreateIndex
CREATE INDEX "insurance_change_person_id_idx" ON "insurance_change"("person_id");

-- CreateIndex
CREATE INDEX "insurance_change_receipt_no_idx" ON "insurance_change"("receipt_no");

-- CreateIndex
CREATE INDEX "gap_note_bureau_id_reason_idx" ON "gap_note"("bureau_id", "reason");

-- CreateIndex
CREATE INDEX "persuasion_log_person_id_held_on_idx" ON "persuasion_log"("person_id", "held_on");

-- CreateIndex
CREATE UNIQUE INDEX "insurance_transfer_case_id_key" ON "insurance_transfer"("case_id");

-- CreateIndex
CREATE INDEX "insurance_transfer_person_id_idx" ON "insurance_transfer"("person_id");

-- CreateIndex
CREATE INDEX "office_list_line_batch_id_idx" ON "office_list_line"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "office_list_line_once" ON "office_list_line"("bureau_id", "month", "id_no_index") WHERE (taken_back_at IS NULL);

-- CreateIndex
CREATE INDEX "difference_note_person_id_idx" ON "difference_note"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "difference_note_bureau_id_month_subject_id_kind_key" ON "difference_note"("bureau_id", "month", "subject_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "school_placement_case_id_key" ON "school_placement"("case_id");

-- CreateIndex
CREATE INDEX "school_placement_bureau_id_intake_year_id_idx" ON "school_placement"("bureau_id", "intake_year", "id" DESC);

-- CreateIndex
CREATE INDEX "school_placement_unit_id_intake_year_idx" ON "school_placement"("unit_id", "intake_year");

-- CreateIndex
CREATE INDEX "school_placement_parent_id_idx" ON "school_placement"("parent_id");

-- CreateIndex
CREATE INDEX "school_placement_other_parent_id_idx" ON "school_placement"("other_parent_id");

-- CreateIndex
CREATE INDEX "school_placement_keep_until_idx" ON "school_placement"("keep_until");

-- CreateIndex
CREATE UNIQUE INDEX "school_placement_child_once" ON "school_placement"("child_id_index", "intake_year") WHERE (is_living AND child_id_index IS NOT NULL);

-- CreateIndex
CREATE UNIQUE INDEX "school_material_placement_id_kind_key" ON "school_material"("placement_id", "kind");

-- CreateIndex
CREATE INDEX "school_contact_placement_id_id_idx" ON "school_contact"("placement_id", "id");

-- CreateIndex
CREATE INDEX "school_check_placement_id_id_idx" ON "school_check"("placement_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "school_letter_number_key" ON "school_letter"("number");

-- CreateIndex
CREATE UNIQUE INDEX "school_letter_request_key_key" ON "school_letter"("request_key");

-- CreateIndex
CREATE INDEX "school_letter_bureau_id_id_idx" ON "school_letter"("bureau_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "school_letter_entry_one_open" ON "school_letter_entry"("placement_id") WHERE (is_open);

-- CreateIndex
CREATE INDEX "school_reminder_household_id_intake_year_idx" ON "school_reminder"("household_id", "intake_year");

-- CreateIndex
CREATE UNIQUE INDEX "school_reminder_member_id_intake_year_key" ON "school_reminder"("member_id", "intake_year");

-- AddForeignKey
ALTER TABLE "dorm_site" ADD CONSTRAINT "dorm_site_warden_id_fkey" FOREIGN KEY ("warden_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_room" ADD CONSTRAINT "dorm_room_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_bed" ADD CONSTRAINT "dorm_bed_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_bed" ADD CONSTRAINT "dorm_bed_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "dorm_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_closure" ADD CONSTRAINT "dorm_closure_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_closure" ADD CONSTRAINT "dorm_closure_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "dorm_room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_closure" ADD CONSTRAINT "dorm_closure_bed_id_fkey" FOREIGN KEY ("bed_id") REFERENCES "dorm_bed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_application" ADD CONSTRAINT "bed_application_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_application" ADD CONSTRAINT "bed_application_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_application" ADD CONSTRAINT "bed_application_spouse_id_fkey" FOREIGN KEY ("spouse_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_bed_id_fkey" FOREIGN KEY ("bed_id") REFERENCES "dorm_bed"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bed_stay" ADD CONSTRAINT "bed_stay_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "bed_application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "allotment_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "bed_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_entry" ADD CONSTRAINT "round_entry_bed_id_fkey" FOREIGN KEY ("bed_id") REFERENCES "dorm_bed"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_deviation" ADD CONSTRAINT "round_deviation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "allotment_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "dorm_room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_repairer_id_fkey" FOREIGN KEY ("repairer_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "star_entry" ADD CONSTRAINT "star_entry_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "star_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "star_entry" ADD CONSTRAINT "star_entry_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_inspection" ADD CONSTRAINT "dorm_inspection_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_inspection" ADD CONSTRAINT "dorm_inspection_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "star_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dorm_inspection" ADD CONSTRAINT "dorm_inspection_inspector_id_fkey" FOREIGN KEY ("inspector_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_base" ADD CONSTRAINT "contribution_base_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurance_change" ADD CONSTRAINT "insurance_change_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurance_change" ADD CONSTRAINT "insurance_change_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_note" ADD CONSTRAINT "gap_note_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "persuasion_log" ADD CONSTRAINT "persuasion_log_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurance_transfer" ADD CONSTRAINT "insurance_transfer_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "insurance_transfer" ADD CONSTRAINT "insurance_transfer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_placement" ADD CONSTRAINT "school_placement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_placement" ADD CONSTRAINT "school_placement_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_placement" ADD CONSTRAINT "school_placement_other_parent_id_fkey" FOREIGN KEY ("other_parent_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_material" ADD CONSTRAINT "school_material_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "school_placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_contact" ADD CONSTRAINT "school_contact_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "school_placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_check" ADD CONSTRAINT "school_check_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "school_placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_letter_entry" ADD CONSTRAINT "school_letter_entry_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "school_letter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_letter_entry" ADD CONSTRAINT "school_letter_entry_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "school_placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "school_reminder" ADD CONSTRAINT "school_reminder_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
