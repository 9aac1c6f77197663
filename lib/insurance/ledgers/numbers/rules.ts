import type { CivilMonth } from "@/lib/dates";

/** Minutes for which whoever said what for sees the ID numbers of a month in clear. */
export const NUMBERS_MINUTES = 15;

/** The facts of the audit row that opens the numbers of a month: written by the command, looked for by the page. */
export const openedNumbers = (month: CivilMonth) => ({ step: "numbers", ledger: 3, month });
