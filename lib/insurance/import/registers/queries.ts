import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { listEntity } from "@/lib/insurance/import/commands";

/** The one register of this matter that takes sheets. */
export function listRegister(_permit: Permit<"insurance.import">) {
  return listEntity;
}
