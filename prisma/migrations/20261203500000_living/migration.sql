-- CreateEnum
CREATE TYPE "FamilyVisitState" AS ENUM ('BOOKED', 'STAYING', 'LEFT', 'NO_SHOW', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Utility" AS ENUM ('ELECTRICITY', 'WATER', 'GAS', 'HEATING');

-- CreateEnum
CREATE TYPE "BillState" AS ENUM ('SETTLED', 'CONFIRMED', 'REVERSED', 'VOID');

-- AlterEnum
ALTER TYPE "RoleName" ADD VALUE 'WARDEN';

-- AlterTable
ALTER TABLE "dorm_bed" ADD COLUMN     "retired_on" DATE;

-- AlterTable
ALTER TABLE "dorm_closure" ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_by_id" UUID;

-- AlterTable
ALTER TABLE "dorm_inspection" ADD COLUMN     "best_photo_id" UUID,
ADD COLUMN     "best_room" TEXT,
ADD COLUMN     "worst_photo_id" UUID,
ADD COLUMN     "worst_room" TEXT;

-- AlterTable
ALTER TABLE "repair_ticket" ADD COLUMN     "acceptance_id" UUID,
ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "accepted_by_id" UUID;

-- CreateTable
CREATE TABLE "family_visit_booking" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "FamilyVisitState" NOT NULL DEFAULT 'BOOKED',
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "guests" INTEGER NOT NULL,
    "relative_cipher" TEXT NOT NULL,
    "is_police_needed" BOOLEAN NOT NULL,
    "police_on" DATE,
    "arrived_on" DATE,
    "left_on" DATE,
    "is_on_behalf" BOOLEAN NOT NULL,
    "end_reason" TEXT,
    "request_key" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "family_visit_booking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_visit_night" (
    "id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "night" DATE NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "family_visit_night_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meter_reading" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "utility" "Utility" NOT NULL,
    "month" DATE NOT NULL,
    "read_on" DATE NOT NULL,
    "previous" INTEGER NOT NULL,
    "shown" INTEGER NOT NULL,
    "old_end" INTEGER,
    "new_start" INTEGER,
    "used" INTEGER NOT NULL,
    "note" TEXT,
    "replaced_at" TIMESTAMPTZ(3),
    "replaced_reason" TEXT,
    "read_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meter_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utility_bill" (
    "id" UUID NOT NULL,
    "bureau_id" UUID NOT NULL,
    "site_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "state" "BillState" NOT NULL DEFAULT 'SETTLED',
    "nights" INTEGER NOT NULL,
    "heads" INTEGER NOT NULL,
    "cost_fen" BIGINT NOT NULL,
    "shared_fen" BIGINT NOT NULL,
    "settled_by_id" UUID NOT NULL,
    "settled_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "posted_on" DATE,
    "reverses_id" UUID,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "utility_bill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utility_bill_line" (
    "id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "utility" "Utility" NOT NULL,
    "reading_id" UUID NOT NULL,
    "used" INTEGER NOT NULL,
    "free" INTEGER NOT NULL,
    "excess" INTEGER NOT NULL,
    "price_fen" INTEGER NOT NULL,
    "cost_fen" BIGINT NOT NULL,
    "shared_fen" BIGINT NOT NULL,

    CONSTRAINT "utility_bill_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utility_share" (
    "id" UUID NOT NULL,
    "bill_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "nights" INTEGER NOT NULL,
    "electricity_fen" BIGINT NOT NULL,
    "water_fen" BIGINT NOT NULL,
    "gas_fen" BIGINT NOT NULL,
    "heating_fen" BIGINT NOT NULL,
    "total_fen" BIGINT NOT NULL,

    CONSTRAINT "utility_share_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "family_visit_booking_request_key_key" ON "family_visit_booking"("request_key");

-- CreateIndex
CREATE INDEX "family_visit_booking_bureau_id_id_idx" ON "family_visit_booking"("bureau_id", "id" DESC);

-- CreateIndex
CREATE INDEX "family_visit_booking_site_id_state_idx" ON "family_visit_booking"("site_id", "state");

-- CreateIndex
CREATE INDEX "family_visit_booking_person_id_id_idx" ON "family_visit_booking"("person_id", "id" DESC);

-- CreateIndex
CREATE INDEX "family_visit_night_booking_id_idx" ON "family_visit_night"("booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_visit_night_room_once" ON "family_visit_night"("room_id", "night") WHERE (released_at IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "family_visit_night_person_once" ON "family_visit_night"("person_id", "night") WHERE (released_at IS NULL);

-- CreateIndex
CREATE INDEX "meter_reading_site_id_month_idx" ON "meter_reading"("site_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "meter_reading_once" ON "meter_reading"("site_id", "utility", "month") WHERE (replaced_at IS NULL);

-- CreateIndex
CREATE INDEX "utility_bill_bureau_id_month_id_idx" ON "utility_bill"("bureau_id", "month", "id");

-- CreateIndex
CREATE UNIQUE INDEX "utility_bill_once" ON "utility_bill"("site_id", "month") WHERE (reverses_id IS NULL AND state IN ('SETTLED', 'CONFIRMED'));

-- CreateIndex
CREATE UNIQUE INDEX "utility_bill_reversed_once" ON "utility_bill"("reverses_id") WHERE (state <> 'VOID');

-- CreateIndex
CREATE UNIQUE INDEX "utility_bill_line_bill_id_utility_key" ON "utility_bill_line"("bill_id", "utility");

-- CreateIndex
CREATE INDEX "utility_share_person_id_id_idx" ON "utility_share"("person_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "utility_share_bill_id_person_id_key" ON "utility_share"("bill_id", "person_id");

-- AddForeignKey
ALTER TABLE "repair_ticket" ADD CONSTRAINT "repair_ticket_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_visit_booking" ADD CONSTRAINT "family_visit_booking_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_visit_booking" ADD CONSTRAINT "family_visit_booking_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "dorm_room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_visit_booking" ADD CONSTRAINT "family_visit_booking_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_visit_night" ADD CONSTRAINT "family_visit_night_booking_id_fkey" FOREIGN KEY ("booking_id") REFERENCES "family_visit_booking"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meter_reading" ADD CONSTRAINT "meter_reading_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utility_bill" ADD CONSTRAINT "utility_bill_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "dorm_site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utility_bill" ADD CONSTRAINT "utility_bill_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "utility_bill"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utility_bill_line" ADD CONSTRAINT "utility_bill_line_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "utility_bill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utility_share" ADD CONSTRAINT "utility_share_bill_id_fkey" FOREIGN KEY ("bill_id") REFERENCES "utility_bill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "utility_share" ADD CONSTRAINT "utility_share_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
