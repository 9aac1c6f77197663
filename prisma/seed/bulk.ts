import type { ClientBase } from "pg";
import type { Prisma } from "@/prisma/generated/client";

/** What each table takes; the row types are Prisma's own, so that a changed model does not compile here. */
export type SeedRows = {
  org_unit: Prisma.OrgUnitCreateManyInput;
  person: Prisma.PersonCreateManyInput;
  employment_event: Prisma.EmploymentEventCreateManyInput;
  household: Prisma.HouseholdCreateManyInput;
  family_member: Prisma.FamilyMemberCreateManyInput;
  honour: Prisma.HonourCreateManyInput;
  account: Prisma.AccountCreateManyInput;
  appointment: Prisma.AppointmentCreateManyInput;
  calendar_day: Prisma.CalendarDayCreateManyInput;
  calendar_year: Prisma.CalendarYearCreateManyInput;
  parameter: Prisma.ParameterCreateManyInput;
  welfare_case: Prisma.WelfareCaseCreateManyInput;
  case_event: Prisma.CaseEventCreateManyInput;
  extension: Prisma.ExtensionCreateManyInput;
  hand_over: Prisma.HandOverCreateManyInput;
  case_copy: Prisma.CaseCopyCreateManyInput;
  case_counter: Prisma.CaseCounterCreateManyInput;
  reception_day: Prisma.ReceptionDayCreateManyInput;
  day_host: Prisma.DayHostCreateManyInput;
  reception_slot: Prisma.ReceptionSlotCreateManyInput;
  seat: Prisma.SeatCreateManyInput;
  booking: Prisma.BookingCreateManyInput;
  booking_event: Prisma.BookingEventCreateManyInput;
  day_counter: Prisma.DayCounterCreateManyInput;
  attendance: Prisma.AttendanceCreateManyInput;
  reception_matter: Prisma.ReceptionMatterCreateManyInput;
  audit_event: Prisma.AuditEventCreateManyInput;
  public_notice: Prisma.PublicNoticeCreateManyInput;
  notice_entry: Prisma.NoticeEntryCreateManyInput;
  hardship_file: Prisma.HardshipFileCreateManyInput;
  hardship_assessment: Prisma.HardshipAssessmentCreateManyInput;
  home_verification: Prisma.HomeVerificationCreateManyInput;
  hardship_document: Prisma.HardshipDocumentCreateManyInput;
  emergency_relief: Prisma.EmergencyReliefCreateManyInput;
  sign_off: Prisma.SignOffCreateManyInput;
  visit_campaign: Prisma.VisitCampaignCreateManyInput;
  campaign_fund: Prisma.CampaignFundCreateManyInput;
  campaign_step: Prisma.CampaignStepCreateManyInput;
  visit_row: Prisma.VisitRowCreateManyInput;
  campaign_report: Prisma.CampaignReportCreateManyInput;
  school_placement: Prisma.SchoolPlacementCreateManyInput;
  school_material: Prisma.SchoolMaterialCreateManyInput;
  school_contact: Prisma.SchoolContactCreateManyInput;
  school_check: Prisma.SchoolCheckCreateManyInput;
  school_letter: Prisma.SchoolLetterCreateManyInput;
  school_letter_entry: Prisma.SchoolLetterEntryCreateManyInput;
  dorm_site: Prisma.DormSiteCreateManyInput;
  dorm_room: Prisma.DormRoomCreateManyInput;
  dorm_bed: Prisma.DormBedCreateManyInput;
  dorm_closure: Prisma.DormClosureCreateManyInput;
  bed_application: Prisma.BedApplicationCreateManyInput;
  bed_stay: Prisma.BedStayCreateManyInput;
  allotment_round: Prisma.AllotmentRoundCreateManyInput;
  round_entry: Prisma.RoundEntryCreateManyInput;
  repair_ticket: Prisma.RepairTicketCreateManyInput;
  star_round: Prisma.StarRoundCreateManyInput;
  star_entry: Prisma.StarEntryCreateManyInput;
  dorm_inspection: Prisma.DormInspectionCreateManyInput;
  family_visit_booking: Prisma.FamilyVisitBookingCreateManyInput;
  family_visit_night: Prisma.FamilyVisitNightCreateManyInput;
  meter_reading: Prisma.MeterReadingCreateManyInput;
  utility_bill: Prisma.UtilityBillCreateManyInput;
  utility_bill_line: Prisma.UtilityBillLineCreateManyInput;
  utility_share: Prisma.UtilityShareCreateManyInput;
  enrolment: Prisma.EnrolmentCreateManyInput;
  contribution_base: Prisma.ContributionBaseCreateManyInput;
  gap_note: Prisma.GapNoteCreateManyInput;
  persuasion_log: Prisma.PersuasionLogCreateManyInput;
  insurance_change: Prisma.InsuranceChangeCreateManyInput;
  insurance_transfer: Prisma.InsuranceTransferCreateManyInput;
  office_list_line: Prisma.OfficeListLineCreateManyInput;
  difference_note: Prisma.DifferenceNoteCreateManyInput;
  import_batch: Prisma.ImportBatchCreateManyInput;
  id_no_history: Prisma.IdNoHistoryCreateManyInput;
};

export type SeedTable = keyof SeedRows;

const AT_ONCE = 2_000;

/** Inserts the rows, two thousand a statement. Columns that no row names keep their default. */
export async function insertRows(
  client: ClientBase,
  table: SeedTable,
  rows: readonly SeedRows[SeedTable][],
): Promise<void> {
  const fields = fieldsOf(rows);
  const columns = fields.map((field) => `"${columnOf(field)}"`).join(", ");
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const part = rows.slice(first, first + AT_ONCE).map((row) => plainOf(row, fields));
    // json_populate_recordset takes the types, enums and arrays from the table itself
    const sql = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`;
    await client.query(sql, [JSON.stringify(part)]);
  }
}

/** Search words, a list for each person: eighty thousand rows that would only repeat the person's units. */
export async function insertTokens(
  client: ClientBase,
  tokens: readonly { id: string; tokens: string[] }[],
): Promise<void> {
  await client.query(
    `INSERT INTO person_token (token, person_id, bureau_id, unit_id)
     SELECT word, p.id, p.bureau_id, p.unit_id
     FROM json_to_recordset($1::json) AS found(id uuid, tokens text[])
     JOIN person p ON p.id = found.id CROSS JOIN unnest(found.tokens) AS word ORDER BY word, p.id`,
    [JSON.stringify(tokens)],
  );
}

const columnNames = new Map<string, string>();

/** The column behind a field: the models map camelCase to snake_case throughout. */
function columnOf(field: string): string {
  const known = columnNames.get(field) ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(field, known);
  return known;
}

function fieldsOf(rows: readonly object[]): string[] {
  const fields = new Set<string>();
  for (const row of rows) for (const field in row) fields.add(field);
  return [...fields];
}

function plainOf(row: object, fields: readonly string[]): Record<string, unknown> {
  const values = row as Record<string, unknown>;
  const plain: Record<string, unknown> = {};
  for (const field of fields) {
    const value = values[field];
    plain[columnOf(field)] = typeof value === "bigint" ? value.toString() : (value ?? null);
  }
  return plain;
}
