import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { fileEntity } from "@/lib/hardship/import/commands";

/** The one register of this matter that takes sheets. */
export function fileRegister(_permit: Permit<"hardship.import">) {
  return fileEntity;
}
