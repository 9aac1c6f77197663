import "server-only";
import { env } from "@/lib/env";

/** What stands on every page, also when the database is away: the bureau's name for the portal and the telephone to call. */
export const portalName = "环卫职工之家";

/** The office's telephone as it is read aloud, e.g. `022-0000 0000`. */
export function officePhone(): string {
  return env.OFFICE_PHONE;
}
