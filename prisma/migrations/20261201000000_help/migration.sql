-- AlterTable
ALTER TABLE "visit_campaign" ADD COLUMN     "agreed_by_id" UUID,
ADD COLUMN     "budget_by_id" UUID,
ADD COLUMN     "cap_reason" TEXT,
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "confirmed_on" DATE,
ADD COLUMN     "settled_by_id" UUID,
ADD COLUMN     "void_reason" TEXT;

-- AlterTable
ALTER TABLE "visit_row" ADD COLUMN     "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "deviation_reason" TEXT,
ADD COLUMN     "key_no" TEXT,
ADD COLUMN     "off_asked_reason" TEXT,
ADD COLUMN     "place_by_hand" INTEGER;

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

-- AddForeignKey
ALTER TABLE "campaign_report" ADD CONSTRAINT "campaign_report_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "visit_campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
