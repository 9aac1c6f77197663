-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('STAFF', 'WORKER');

-- CreateEnum
CREATE TYPE "RoleName" AS ENUM ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR', 'LEADER', 'OFFICER', 'LIAISON');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'REFUSED', 'FAILED');

-- CreateEnum
CREATE TYPE "DayKind" AS ENUM ('OFF', 'WORK');

-- CreateEnum
CREATE TYPE "DaySource" AS ENUM ('SEED', 'STAFF');

-- CreateEnum
CREATE TYPE "DayStatus" AS ENUM ('OFFICIAL', 'PROVISIONAL');

-- CreateEnum
CREATE TYPE "CalendarTaskKind" AS ENUM ('RECEPTION_DAY', 'CASE_DUE');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('open', 'waiting', 'answered', 'closed', 'void');

-- CreateEnum
CREATE TYPE "CaseSource" AS ENUM ('RECEPTION', 'DESK', 'PHONE', 'WORKER', 'LIAISON', 'CONTACT_POINT', 'VISIT', 'CASE');

-- CreateEnum
CREATE TYPE "Complexity" AS ENUM ('SIMPLE', 'ORDINARY', 'COMPLEX');

-- CreateEnum
CREATE TYPE "Confidentiality" AS ENUM ('ORDINARY', 'SENSITIVE', 'RESTRICTED');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('RESOLVED', 'PARTLY', 'EXPLAINED', 'UNABLE');

-- CreateEnum
CREATE TYPE "Satisfaction" AS ENUM ('SATISFIED', 'FAIR', 'DISSATISFIED', 'NOT_REACHED');

-- CreateEnum
CREATE TYPE "WaitingReason" AS ENUM ('MATERIAL', 'OUTSIDE_OFFICE', 'NOTICE_PERIOD', 'WAITING_LIST', 'PERSON');

-- CreateEnum
CREATE TYPE "AnswerMode" AS ENUM ('IN_PERSON', 'PHONE', 'WRITTEN');

-- CreateEnum
CREATE TYPE "ExtensionState" AS ENUM ('ASKED', 'APPROVED', 'REFUSED');

-- CreateEnum
CREATE TYPE "HandOverState" AS ENUM ('OFFERED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "UnitType" AS ENUM ('BUREAU', 'DIVISION', 'STATION', 'SQUAD', 'SECTION', 'TEAM');

-- CreateEnum
CREATE TYPE "Sphere" AS ENUM ('OFFICE', 'GRASSROOTS');

-- CreateEnum
CREATE TYPE "IdType" AS ENUM ('RESIDENT', 'HMT', 'OTHER');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('MALE', 'FEMALE');

-- CreateEnum
CREATE TYPE "PoliticalStatus" AS ENUM ('PARTY_MEMBER', 'PROBATIONARY', 'LEAGUE_MEMBER', 'DEMOCRATIC_PARTY', 'MASSES');

-- CreateEnum
CREATE TYPE "HukouScope" AS ENUM ('LOCAL', 'OUTSIDE');

-- CreateEnum
CREATE TYPE "HukouType" AS ENUM ('URBAN', 'RURAL');

-- CreateEnum
CREATE TYPE "EmploymentType" AS ENUM ('ESTABLISHED', 'CONTRACT', 'DISPATCH', 'SERVICE_AGREEMENT', 'TEMPORARY');

-- CreateEnum
CREATE TYPE "PostType" AS ENUM ('SWEEPER', 'CLEANER', 'DRIVER', 'TOILET_KEEPER', 'STATION_OPERATOR', 'REPAIRER', 'SECTION_HEAD', 'TEAM_HEAD', 'MANAGER', 'OFFICE_STAFF');

-- CreateEnum
CREATE TYPE "RankLevel" AS ENUM ('NONE', 'STAFF', 'DEPUTY_SECTION', 'SECTION', 'DEPUTY_DIVISION', 'DIVISION');

-- CreateEnum
CREATE TYPE "PersonStatus" AS ENUM ('ACTIVE', 'OFF_POST', 'RETIRED', 'DECEASED', 'LEFT', 'TRANSFERRED_OUT');

-- CreateEnum
CREATE TYPE "RetireKind" AS ENUM ('VETERAN', 'RETIRED', 'RESIGNED_FROM_OFFICE');

-- CreateEnum
CREATE TYPE "MobileOwner" AS ENUM ('SELF', 'SPOUSE', 'CHILD', 'COLLEAGUE');

-- CreateEnum
CREATE TYPE "LiteracyAid" AS ENUM ('NO_PHONE', 'CANNOT_READ', 'HARD_OF_HEARING');

-- CreateEnum
CREATE TYPE "EmploymentEventKind" AS ENUM ('HIRED', 'REHIRED', 'UNIT_CHANGED', 'POST_CHANGED', 'CONTRACT_CHANGED', 'OFF_POST', 'BACK_ON_POST', 'RETIRED', 'LEFT', 'TRANSFERRED_OUT', 'DECEASED');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('NEW_PERSON', 'CHANGE', 'EVENT');

-- CreateEnum
CREATE TYPE "ProposalState" AS ENUM ('PENDING', 'ACCEPTED', 'RETURNED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "FamilyRelation" AS ENUM ('SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER', 'PARENT_IN_LAW', 'GRANDPARENT_OR_CHILD', 'OTHER');

-- CreateEnum
CREATE TYPE "Occupation" AS ENUM ('EMPLOYED', 'LAID_OFF', 'UNEMPLOYED', 'RETIRED', 'STUDENT', 'SCHOOL_AGE', 'PRESCHOOL', 'FARMING', 'UNABLE_TO_WORK');

-- CreateEnum
CREATE TYPE "HonourLevel" AS ENUM ('NATIONAL', 'PROVINCE', 'CITY', 'UNIT');

-- CreateEnum
CREATE TYPE "DayState" AS ENUM ('DRAFT', 'OPEN', 'RUNNING', 'HELD', 'FILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ShiftPolicy" AS ENUM ('NEXT_WORKING_FRIDAY', 'NEXT_WORKDAY', 'PREVIOUS_WORKDAY');

-- CreateEnum
CREATE TYPE "Lane" AS ENUM ('ANY', 'STAFF', 'GREEN', 'WALK_IN');

-- CreateEnum
CREATE TYPE "BookingStatus" AS ENUM ('HELD', 'BOOKED', 'MOVED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('WEB', 'DESK', 'PHONE', 'LIAISON', 'KIOSK', 'PAPER');

-- CreateEnum
CREATE TYPE "VisitorRelation" AS ENUM ('SELF', 'FAMILY', 'SURVIVOR');

-- CreateEnum
CREATE TYPE "VisitorAid" AS ENUM ('DIALECT', 'SIGN_LANGUAGE', 'WALKING');

-- CreateEnum
CREATE TYPE "AttendanceState" AS ENUM ('ARRIVED', 'CALLED', 'IN_MEETING', 'DONE', 'LEFT', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "MatterMode" AS ENUM ('ON_SPOT', 'ASSIGN', 'REPORT_UP', 'TELL_WHERE');

-- CreateEnum
CREATE TYPE "ReviewCause" AS ENUM ('DAY_CANCELLED', 'DATE_CHANGED', 'HOST_CHANGED', 'SLOT_RETIRED', 'PERSON_LEFT', 'CALENDAR_CHANGED');

-- CreateEnum
CREATE TYPE "ReviewOutcome" AS ENUM ('MOVED', 'CANCELLED', 'KEPT');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "AccountKind" NOT NULL,
    "login_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "must_change" BOOLEAN NOT NULL DEFAULT true,
    "password_set_at" TIMESTAMPTZ(3),
    "initial_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "RoleName" NOT NULL,
    "programme" TEXT NOT NULL DEFAULT '',
    "unit_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" UUID,
    "revoke_reason" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_seconds" INTEGER,
    "absolute_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "reauth_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "bureau_id" UUID,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" UUID,
    "subject_id" UUID,
    "reason" TEXT,
    "channel" TEXT,
    "session_id" UUID,
    "ip" TEXT,
    "request_id" TEXT,
    "fields" TEXT[],
    "detail" JSONB,
    "values_cipher" TEXT,
    "is_notable" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "date" DATE NOT NULL,
    "kind" "DayKind" NOT NULL,
    "name" TEXT NOT NULL,
    "source" "DaySource" NOT NULL,
    "status" "DayStatus" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "is_official" BOOLEAN NOT NULL DEFAULT false,
    "notice" TEXT,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "calendar_change" (
    "id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "reason" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_task" (
    "id" UUID NOT NULL,
    "change_id" UUID NOT NULL,
    "kind" "CalendarTaskKind" NOT NULL,
    "object_id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "note" TEXT,

    CONSTRAINT "calendar_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "welfare_case" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "demand" TEXT,
    "person_id" UUID,
    "visitor_name" TEXT,
    "visitor_phone" TEXT,
    "unit_id" UUID NOT NULL,
    "source" "CaseSource" NOT NULL,
    "source_case_id" UUID,
    "promised_by_id" UUID,
    "stage" TEXT NOT NULL,
    "status" "CaseStatus" NOT NULL,
    "complexity" "Complexity" NOT NULL DEFAULT 'ORDINARY',
    "confidentiality" "Confidentiality" NOT NULL DEFAULT 'ORDINARY',
    "green_channel" BOOLEAN NOT NULL DEFAULT false,
    "is_complaint" BOOLEAN NOT NULL DEFAULT false,
    "accused_id" UUID,
    "accused_unit_id" UUID,
    "handler_unit_id" UUID,
    "handler_id" UUID,
    "assigned_on" DATE,
    "clock_from" DATE NOT NULL,
    "limit_days" INTEGER NOT NULL,
    "due_on" DATE,
    "accept_by" DATE,
    "waiting_reason" "WaitingReason",
    "waiting_since" DATE,
    "days_left" INTEGER,
    "outcome" "Outcome",
    "answer" TEXT,
    "answer_mode" "AnswerMode",
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "first_answered_on" DATE,
    "first_due_on" DATE,
    "first_days_used" INTEGER,
    "follow_up_by" DATE,
    "satisfaction" "Satisfaction",
    "followed_by_id" UUID,
    "followed_at" TIMESTAMPTZ(3),
    "reopened_count" INTEGER NOT NULL DEFAULT 0,
    "supervised_at" TIMESTAMPTZ(3),
    "supervised_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "request_key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "welfare_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "from_stage" TEXT,
    "to_stage" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "note" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "data" JSONB,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "old_due_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ExtensionState" NOT NULL DEFAULT 'ASKED',
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_unit_id" UUID,
    "from_id" UUID NOT NULL,
    "to_unit_id" UUID NOT NULL,
    "to_id" UUID,
    "reason" TEXT NOT NULL,
    "state" "HandOverState" NOT NULL DEFAULT 'OFFERED',
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_copy" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "sent_by_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_copy_pkey" PRIMARY KEY ("case_id","account_id")
);

-- CreateTable
CREATE TABLE "case_counter" (
    "bureau_id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "last_no" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "case_counter_pkey" PRIMARY KEY ("bureau_id","prefix","period")
);

-- CreateTable
CREATE TABLE "parameter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "is_unverified" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "org_unit" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "parent_id" UUID,
    "top_unit_id" UUID,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" "UnitType" NOT NULL,
    "sphere" "Sphere" NOT NULL,
    "head" TEXT,
    "phone" TEXT,
    "union_group" TEXT,
    "address" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "sort_no" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "org_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "staff_no" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "id_type" "IdType" NOT NULL DEFAULT 'RESIDENT',
    "id_no_cipher" TEXT,
    "id_no_index" TEXT,
    "sex" "Sex",
    "birth_date" DATE,
    "archive_birth_date" DATE,
    "ethnicity" TEXT NOT NULL DEFAULT '汉族',
    "political_status" "PoliticalStatus" NOT NULL DEFAULT 'MASSES',
    "hukou_scope" "HukouScope" NOT NULL,
    "hukou_type" "HukouType" NOT NULL,
    "hukou_address" TEXT,
    "residence_permit_no" TEXT,
    "residence_permit_expiry" DATE,
    "employment_type" "EmploymentType" NOT NULL,
    "agency_name" TEXT,
    "contract_start" DATE,
    "contract_end" DATE,
    "hire_date" DATE,
    "post_type" "PostType" NOT NULL,
    "post_title" TEXT,
    "rank_level" "RankLevel" NOT NULL DEFAULT 'NONE',
    "is_leader" BOOLEAN NOT NULL DEFAULT false,
    "status" "PersonStatus" NOT NULL DEFAULT 'ACTIVE',
    "retire_date" DATE,
    "retire_kind" "RetireKind",
    "mobile" TEXT,
    "mobile_owner" "MobileOwner",
    "emergency_name" TEXT,
    "emergency_relation" TEXT,
    "emergency_phone" TEXT,
    "address" TEXT,
    "bank_name" TEXT,
    "bank_card_cipher" TEXT,
    "bank_card_tail" TEXT,
    "health_flags_cipher" TEXT,
    "needs_green_channel" BOOLEAN NOT NULL DEFAULT false,
    "union_member" BOOLEAN NOT NULL DEFAULT false,
    "union_joined_on" DATE,
    "literacy_aids" "LiteracyAid"[],
    "household_id" UUID,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_token" (
    "token" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "person_token_pkey" PRIMARY KEY ("token","person_id")
);

-- CreateTable
CREATE TABLE "employment_event" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "EmploymentEventKind" NOT NULL,
    "happened_on" DATE NOT NULL,
    "from_unit_id" UUID,
    "to_unit_id" UUID,
    "detail" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_proposal" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "person_id" UUID,
    "kind" "ProposalKind" NOT NULL,
    "summary" TEXT NOT NULL,
    "payload_cipher" TEXT NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'PENDING',
    "proposed_by_id" UUID NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "request_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "head_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_member" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" "FamilyRelation" NOT NULL,
    "id_no_cipher" TEXT,
    "id_no_index" TEXT,
    "birth_date" DATE,
    "occupation" "Occupation",
    "workplace" TEXT,
    "monthly_income_fen" BIGINT,
    "medical_insurance" TEXT,
    "health_cipher" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "family_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "honour" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "level" "HonourLevel" NOT NULL,
    "year" INTEGER NOT NULL,
    "awarded_by" TEXT NOT NULL,
    "certificate" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "void_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "honour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "id_no_history" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "id_no_cipher" TEXT NOT NULL,
    "id_no_index" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "id_no_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception_day" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "actual_on" DATE NOT NULL,
    "policy" "ShiftPolicy" NOT NULL,
    "shifts" INTEGER NOT NULL DEFAULT 0,
    "shift_reason" TEXT,
    "is_provisional" BOOLEAN NOT NULL DEFAULT false,
    "place" TEXT NOT NULL,
    "from_time" TEXT NOT NULL,
    "to_time" TEXT NOT NULL,
    "slot_minutes" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "cancel_until" TIMESTAMPTZ(3),
    "reserve_until" TIMESTAMPTZ(3),
    "state" "DayState" NOT NULL DEFAULT 'DRAFT',
    "recorder_id" UUID,
    "cancel_reason" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "published_by_id" UUID,
    "closing_note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reception_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_host" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "leader_name" TEXT NOT NULL,
    "leader_post" TEXT NOT NULL,
    "field" TEXT,
    "room" TEXT NOT NULL,
    "duty_order" INTEGER NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),
    "replaced_reason" TEXT,

    CONSTRAINT "day_host_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception_slot" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "retired_reason" TEXT,

    CONSTRAINT "reception_slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL,
    "slot_id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "seat_no" INTEGER NOT NULL,
    "ticket_no" INTEGER NOT NULL,
    "lane" "Lane" NOT NULL,
    "allotted_unit_id" UUID,
    "added_reason" TEXT,
    "added_by_id" UUID,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "visitor_name" TEXT,
    "relation" "VisitorRelation" NOT NULL DEFAULT 'SELF',
    "phone" TEXT,
    "status" "BookingStatus" NOT NULL,
    "hold_until" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "moved_from_id" UUID,
    "channel" "Channel" NOT NULL,
    "booked_by_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "topic_text" TEXT,
    "is_confidential" BOOLEAN NOT NULL DEFAULT false,
    "aids" "VisitorAid"[],
    "green_channel" BOOLEAN NOT NULL DEFAULT false,
    "covered_at" TIMESTAMPTZ(3),
    "covered_by_id" UUID,
    "request_key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_event" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,

    CONSTRAINT "booking_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "day_counter" (
    "day_id" UUID NOT NULL,
    "last_no" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "day_counter_pkey" PRIMARY KEY ("day_id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "booking_id" UUID,
    "person_id" UUID,
    "visitor_name" TEXT NOT NULL,
    "relation" "VisitorRelation" NOT NULL DEFAULT 'SELF',
    "phone" TEXT,
    "unit_id" UUID,
    "party_size" INTEGER NOT NULL DEFAULT 1,
    "queue_no" INTEGER,
    "green" BOOLEAN NOT NULL DEFAULT false,
    "state" "AttendanceState" NOT NULL,
    "channel" "Channel" NOT NULL DEFAULT 'DESK',
    "leader_id" UUID,
    "arrived_at" TIMESTAMPTZ(3),
    "called_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "missed_calls" INTEGER NOT NULL DEFAULT 0,
    "no_show_reason" TEXT,
    "no_matter_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "request_key" UUID NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception_matter" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "day_id" UUID,
    "attendance_id" UUID,
    "category" TEXT NOT NULL,
    "mode" "MatterMode" NOT NULL,
    "instruction" TEXT,
    "leader_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reception_matter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "booking_review" (
    "id" UUID NOT NULL,
    "day_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "cause" "ReviewCause" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "outcome" "ReviewOutcome",
    "told_how" TEXT,
    "note" TEXT,

    CONSTRAINT "booking_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_login_name_key" ON "account"("login_name");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_kind_key" ON "account"("person_id", "kind");

-- CreateIndex
CREATE INDEX "appointment_account_id_idx" ON "appointment"("account_id");

-- CreateIndex
CREATE INDEX "appointment_role_programme_idx" ON "appointment"("role", "programme");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_one_administrator_role" ON "appointment"("person_id") WHERE (revoked_at IS NULL AND role IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDITOR'));

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_hash_key" ON "auth_session"("token_hash");

-- CreateIndex
CREATE INDEX "auth_session_account_id_revoked_at_idx" ON "auth_session"("account_id", "revoked_at");

-- CreateIndex
CREATE INDEX "audit_event_at_id_idx" ON "audit_event"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_id_at_idx" ON "audit_event"("subject_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_verb_at_idx" ON "audit_event"("verb", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_object_id_at_idx" ON "audit_event"("object_id", "at" DESC);

-- CreateIndex
CREATE INDEX "calendar_change_date_at_idx" ON "calendar_change"("date", "at");

-- CreateIndex
CREATE INDEX "calendar_task_programme_settled_at_idx" ON "calendar_task"("programme", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_task_change_id_kind_object_id_key" ON "calendar_task"("change_id", "kind", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "welfare_case_number_key" ON "welfare_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "welfare_case_request_key_key" ON "welfare_case"("request_key");

-- CreateIndex
CREATE INDEX "welfare_case_bureau_id_id_idx" ON "welfare_case"("bureau_id", "id" DESC);

-- CreateIndex
CREATE INDEX "welfare_case_bureau_id_programme_status_due_on_idx" ON "welfare_case"("bureau_id", "programme", "status", "due_on");

-- CreateIndex
CREATE INDEX "welfare_case_handler_id_due_on_idx" ON "welfare_case"("handler_id", "due_on");

-- CreateIndex
CREATE INDEX "welfare_case_handler_unit_id_status_due_on_idx" ON "welfare_case"("handler_unit_id", "status", "due_on");

-- CreateIndex
CREATE INDEX "welfare_case_unit_id_id_idx" ON "welfare_case"("unit_id", "id" DESC);

-- CreateIndex
CREATE INDEX "welfare_case_person_id_id_idx" ON "welfare_case"("person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "welfare_case_created_by_id_id_idx" ON "welfare_case"("created_by_id", "id" DESC);

-- CreateIndex
CREATE INDEX "welfare_case_promised_by_id_status_idx" ON "welfare_case"("promised_by_id", "status");

-- CreateIndex
CREATE INDEX "welfare_case_bureau_id_first_answered_on_idx" ON "welfare_case"("bureau_id", "first_answered_on");

-- CreateIndex
CREATE INDEX "case_event_case_id_id_idx" ON "case_event"("case_id", "id");

-- CreateIndex
CREATE INDEX "case_event_actor_id_id_idx" ON "case_event"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "extension_state_asked_at_idx" ON "extension"("state", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "extension_once" ON "extension"("case_id") WHERE (state IN ('ASKED', 'APPROVED'));

-- CreateIndex
CREATE INDEX "hand_over_to_unit_id_state_idx" ON "hand_over"("to_unit_id", "state");

-- CreateIndex
CREATE INDEX "hand_over_to_id_state_idx" ON "hand_over"("to_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_one_open" ON "hand_over"("case_id") WHERE (state = 'OFFERED');

-- CreateIndex
CREATE INDEX "case_copy_account_id_sent_at_idx" ON "case_copy"("account_id", "sent_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "parameter_key_valid_from_revision_key" ON "parameter"("key", "valid_from", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "org_unit_code_key" ON "org_unit"("code");

-- CreateIndex
CREATE INDEX "org_unit_parent_id_sort_no_idx" ON "org_unit"("parent_id", "sort_no");

-- CreateIndex
CREATE INDEX "org_unit_top_unit_id_idx" ON "org_unit"("top_unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_staff_no_key" ON "person"("staff_no");

-- CreateIndex
CREATE INDEX "person_bureau_id_pinyin_id_idx" ON "person"("bureau_id", "pinyin", "id");

-- CreateIndex
CREATE INDEX "person_unit_id_pinyin_id_idx" ON "person"("unit_id", "pinyin", "id");

-- CreateIndex
CREATE INDEX "person_bureau_id_status_pinyin_id_idx" ON "person"("bureau_id", "status", "pinyin", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_no_once" ON "person"("id_no_index") WHERE (id_no_index IS NOT NULL AND status <> 'DECEASED');

-- CreateIndex
CREATE INDEX "person_token_bureau_id_token_person_id_idx" ON "person_token"("bureau_id", "token", "person_id");

-- CreateIndex
CREATE INDEX "person_token_unit_id_token_person_id_idx" ON "person_token"("unit_id", "token", "person_id");

-- CreateIndex
CREATE INDEX "person_token_person_id_idx" ON "person_token"("person_id");

-- CreateIndex
CREATE INDEX "employment_event_person_id_happened_on_idx" ON "employment_event"("person_id", "happened_on");

-- CreateIndex
CREATE UNIQUE INDEX "person_proposal_request_key_key" ON "person_proposal"("request_key");

-- CreateIndex
CREATE INDEX "person_proposal_bureau_id_state_id_idx" ON "person_proposal"("bureau_id", "state", "id");

-- CreateIndex
CREATE INDEX "person_proposal_unit_id_state_id_idx" ON "person_proposal"("unit_id", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "household_head_id_key" ON "household"("head_id");

-- CreateIndex
CREATE INDEX "family_member_household_id_idx" ON "family_member"("household_id");

-- CreateIndex
CREATE INDEX "family_member_id_no_index_idx" ON "family_member"("id_no_index");

-- CreateIndex
CREATE INDEX "honour_person_id_year_idx" ON "honour"("person_id", "year");

-- CreateIndex
CREATE INDEX "id_no_history_id_no_index_idx" ON "id_no_history"("id_no_index");

-- CreateIndex
CREATE INDEX "id_no_history_person_id_idx" ON "id_no_history"("person_id");

-- CreateIndex
CREATE INDEX "reception_day_bureau_id_actual_on_idx" ON "reception_day"("bureau_id", "actual_on" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reception_day_month_once" ON "reception_day"("bureau_id", "month") WHERE (state <> 'CANCELLED');

-- CreateIndex
CREATE INDEX "day_host_leader_id_day_id_idx" ON "day_host"("leader_id", "day_id");

-- CreateIndex
CREATE UNIQUE INDEX "day_host_day_id_leader_id_key" ON "day_host"("day_id", "leader_id") WHERE (replaced_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "day_host_day_id_room_key" ON "day_host"("day_id", "room") WHERE (replaced_at IS NULL);

-- CreateIndex
CREATE INDEX "reception_slot_day_id_starts_at_idx" ON "reception_slot"("day_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_leader_once" ON "reception_slot"("leader_id", "starts_at") WHERE (retired_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "slot_room_once" ON "reception_slot"("room", "starts_at") WHERE (retired_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "seat_slot_id_seat_no_key" ON "seat"("slot_id", "seat_no");

-- CreateIndex
CREATE UNIQUE INDEX "seat_day_id_ticket_no_key" ON "seat"("day_id", "ticket_no");

-- CreateIndex
CREATE UNIQUE INDEX "seat_id_day_id_key" ON "seat"("id", "day_id");

-- CreateIndex
CREATE UNIQUE INDEX "booking_request_key_key" ON "booking"("request_key");

-- CreateIndex
CREATE INDEX "booking_person_id_created_at_idx" ON "booking"("person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "booking_day_id_status_idx" ON "booking"("day_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "booking_seat_once" ON "booking"("seat_id") WHERE (released_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "booking_person_once" ON "booking"("day_id", "person_id") WHERE (released_at IS NULL);

-- CreateIndex
CREATE INDEX "booking_event_booking_id_id_idx" ON "booking_event"("booking_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_booking_id_key" ON "attendance"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_request_key_key" ON "attendance"("request_key");

-- CreateIndex
CREATE INDEX "attendance_day_id_state_idx" ON "attendance"("day_id", "state");

-- CreateIndex
CREATE INDEX "attendance_person_id_idx" ON "attendance"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_day_id_queue_no_key" ON "attendance"("day_id", "queue_no");

-- CreateIndex
CREATE UNIQUE INDEX "reception_matter_case_id_key" ON "reception_matter"("case_id");

-- CreateIndex
CREATE INDEX "reception_matter_attendance_id_idx" ON "reception_matter"("attendance_id");

-- CreateIndex
CREATE INDEX "reception_matter_day_id_idx" ON "reception_matter"("day_id");

-- CreateIndex
CREATE INDEX "booking_review_day_id_settled_at_idx" ON "booking_review"("day_id", "settled_at");

-- CreateIndex
CREATE UNIQUE INDEX "booking_review_booking_id_cause_key" ON "booking_review"("booking_id", "cause") WHERE (settled_at IS NULL);

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_task" ADD CONSTRAINT "calendar_task_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "calendar_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "welfare_case" ADD CONSTRAINT "welfare_case_handler_unit_id_fkey" FOREIGN KEY ("handler_unit_id") REFERENCES "org_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand_over" ADD CONSTRAINT "hand_over_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_copy" ADD CONSTRAINT "case_copy_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "org_unit" ADD CONSTRAINT "org_unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "org_unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "org_unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_token" ADD CONSTRAINT "person_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment_event" ADD CONSTRAINT "employment_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_head_id_fkey" FOREIGN KEY ("head_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "honour" ADD CONSTRAINT "honour_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "id_no_history" ADD CONSTRAINT "id_no_history_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_host" ADD CONSTRAINT "day_host_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_slot" ADD CONSTRAINT "reception_slot_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "reception_slot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_seat_id_day_id_fkey" FOREIGN KEY ("seat_id", "day_id") REFERENCES "seat"("id", "day_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_event" ADD CONSTRAINT "booking_event_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "day_counter" ADD CONSTRAINT "day_counter_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_matter" ADD CONSTRAINT "reception_matter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "welfare_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_matter" ADD CONSTRAINT "reception_matter_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception_matter" ADD CONSTRAINT "reception_matter_attendance_id_fkey" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_review" ADD CONSTRAINT "booking_review_day_id_fkey" FOREIGN KEY ("day_id") REFERENCES "reception_day"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_review" ADD CONSTRAINT "booking_review_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
