import pg from "pg";
import { hashSecret } from "@/lib/auth/hashing";
import { now } from "@/lib/clock";
import { civilOf, type CivilDate } from "@/lib/dates";
import { env } from "@/lib/env";
import { accountRows, appointmentRows, demoSecrets, endedAppointment, visitorAccountRows } from "./seed/accounts";
import { caseTrail, grantTrail, lookTrail } from "./seed/audit-trail";
import { insertRows, insertTokens, type SeedRows, type SeedTable } from "./seed/bulk";
import type { Life } from "./seed/case-life";
import type { Theatre } from "./seed/case-teller";
import { demoLives } from "./seed/case-demo";
import { historyLives } from "./seed/case-history";
import { presentLives } from "./seed/case-present";
import { caseRows } from "./seed/case-rows";
import { employmentRows, honourRows } from "./seed/employment";
import { dormitoriesOf } from "./seed/dormitories";
import { familiesOf } from "./seed/families";
import { hardshipOf } from "./seed/hardship";
import { edgeHeads } from "./seed/hardship-edges";
import { comingVisitsOf } from "./seed/hardship-coming";
import { latestFestivalYear, visitsOf } from "./seed/hardship-visits";
import { reliefOf } from "./seed/relief";
import { schoolingOf } from "./seed/schooling";
import { insuranceOf } from "./seed/insurance";
import { atHome, personRow, tokensFor } from "./seed/person-rows";
import { of } from "./seed/random";
import { receptionOf } from "./seed/reception";
import { parameterRows, seededCalendar } from "./seed/settings";
import { theatreOn } from "./seed/theatre";
import { unitRows } from "./seed/unit-rows";

/** A household names its head and the head its household, so one of the two has to wait. */
const JOIN_HOUSEHOLDS = `
  UPDATE person SET household_id = joined.household FROM json_to_recordset($1::json) AS joined(person uuid, household uuid)
  WHERE person.id = joined.person`;

type Tables = { [T in SeedTable]?: readonly SeedRows[T][] };
export type DemoRows = {
  tables: Tables;
  households: { person: string; household: string }[];
  tokens: { id: string; tokens: string[] }[];
};

/** The order in which the tables can be filled: nobody points to a row that is not there yet. */
const ORDER: readonly SeedTable[] = [
  ...(["org_unit", "person", "household", "family_member", "employment_event", "honour"] as const),
  ...(["account", "appointment", "calendar_day", "calendar_year", "parameter"] as const),
  ...([
    "reception_day",
    "day_host",
    "reception_slot",
    "seat",
    "day_counter",
    "booking",
    "booking_event",
    "attendance",
  ] as const),
  ...([
    "welfare_case",
    "case_event",
    "extension",
    "hand_over",
    "case_copy",
    "case_counter",
    "reception_matter",
    "public_notice",
    "notice_entry",
    "hardship_file",
    "hardship_assessment",
    "home_verification",
    "hardship_document",
    "emergency_relief",
    "visit_campaign",
    "campaign_fund",
    "campaign_step",
    "campaign_report",
    "sign_off",
    "visit_row",
    "school_placement",
    "school_material",
    "school_contact",
    "school_check",
    "school_letter",
    "school_letter_entry",
    "enrolment",
    "contribution_base",
    "gap_note",
    "persuasion_log",
    "insurance_change",
    "insurance_transfer",
    "import_batch",
    "office_list_line",
    "difference_note",
    "id_no_history",
    "dorm_site",
    "dorm_room",
    "dorm_bed",
    "dorm_closure",
    "bed_application",
    "bed_stay",
    "allotment_round",
    "round_entry",
    "repair_ticket",
    "star_round",
    "star_entry",
    "dorm_inspection",
    "family_visit_booking",
    "family_visit_night",
    "meter_reading",
    "utility_bill",
    "utility_bill_line",
    "utility_share",
    "audit_event",
  ] as const),
];

/**
 * Fills an empty database with the invented bureau of the demonstration, as it stands on `today` (default: the business
 * clock's day in Shanghai). One function of that day: a second run gives the same rows, only salts and nonces differ.
 * One transaction: whatever stops it half-way leaves the database empty. Runs as the owner of the tables.
 */
export async function seedDemo(today: CivilDate = civilOf(now())): Promise<void> {
  const hashes = { password: await hashSecret(demoSecrets.password), pin: await hashSecret(demoSecrets.pin) };
  await writeDemo(demoRows(today, hashes));
}

/** Writes the rows in one transaction; an error leaves nothing behind. */
export async function writeDemo(rows: DemoRows): Promise<void> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const table of ORDER) await insertRows(client, table, rows.tables[table] ?? []);
    await insertTokens(client, rows.tokens);
    await client.query(JOIN_HOUSEHOLDS, [JSON.stringify(rows.households)]);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    // an open transaction ends with its connection
    await client.end();
  }
}

/** Every row of the demonstration by table. */
export function demoRows(today: CivilDate, hashes: { password: string; pin: string }): DemoRows {
  const theatre = theatreOn(today);
  const { tree, people, cast } = theatre;
  const personnel = of(cast, "2002").accountId;
  const families = familiesOf(people, today, edgeHeads(people, today));
  const households = families.flatMap(({ household, personIds }) =>
    personIds.map((person) => ({ person, household: household.id })),
  );
  const reception = receptionOf(theatre);
  const hardship = hardshipOf(theatre, families);
  const relief = reliefOf(theatre, families, hardship.onFile);
  const dormitories = dormitoriesOf(theatre, families);
  const schooling = schoolingOf(theatre, dormitories.homes);
  const insurance = insuranceOf(theatre);
  const ofProgrammes = [reception, hardship, relief, schooling, dormitories, insurance].flatMap(({ lives }) => lives);
  const lives = [...ordinaryLives(theatre), ...ofProgrammes];
  const cases = caseRows(lives, tree.bureau.id);
  const files = hardship.finish();
  const help = relief.finish();
  const visits = visitsOf(theatre, hardship.onFile);
  const coming = comingVisitsOf(theatre, families, files.hardship_file, latestFestivalYear(today));
  const account = [...accountRows(cast, hashes, today), ...visitorAccountRows(reception.visitors, cast, today)];
  const appointment = [...appointmentRows(cast, today), endedAppointment(cast, today)];
  const tables: Tables = {
    org_unit: unitRows(tree, people),
    person: people.map((person) => atHome(personRow(person, today), dormitories.homes)),
    household: families.map(({ household }) => household),
    family_member: families.flatMap(({ members }) => members),
    employment_event: employmentRows(people, today, personnel),
    honour: honourRows(people, today, personnel),
    account,
    appointment,
    ...seededCalendar(today).rows,
    parameter: parameterRows(today),
    ...reception.rows,
    ...cases,
    ...together(files, visits, coming, help, insurance.finish(), dormitories.finish()),
    ...schooling.rows,
    case_counter: [...cases.case_counter, ...schooling.rows.case_counter],
    audit_event: [
      ...grantTrail(account, appointment, cast),
      ...caseTrail(lives, cast),
      ...lookTrail(people, cast, today),
    ],
  };
  return { tables, households, tokens: people.map(tokensFor) };
}

/** The rows of several programmes; a table that more than one of them fills has the rows of all. */
function together(...parts: readonly Tables[]): Tables {
  const joined = new Map<string, unknown[]>();
  for (const part of parts)
    for (const [table, rows] of Object.entries(part)) joined.set(table, [...(joined.get(table) ?? []), ...rows]);

  return Object.fromEntries(joined);
}

/** Cases of no particular programme: settled long ago, under way, and those that the guide tells of. */
function ordinaryLives(theatre: Theatre): Life[] {
  return [...historyLives(theatre), ...presentLives(theatre), ...demoLives(theatre)];
}
