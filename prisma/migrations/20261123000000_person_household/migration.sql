-- CreateIndex
CREATE INDEX "person_household_id_idx" ON "person"("household_id");
