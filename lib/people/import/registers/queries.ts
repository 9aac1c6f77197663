import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { notFound } from "next/navigation";
import type { Entity } from "@/lib/imports/entities/queries";
import { familyEntity } from "@/lib/people/family/import/commands";
import { rosterEntity } from "@/lib/people/import/commands";

const registers = [rosterEntity, familyEntity];

/** The registers of people that take sheets, as choices. */
export function listRegisters(_permit: Permit<"people.import">): { name: string; title: string }[] {
  return registers.map(({ name, title }) => ({ name, title }));
}

/** The register of this name; any other is not found. */
export function registerCalled(_permit: Permit<"people.import">, name: string): Entity<unknown> {
  const found = registers.find((register) => register.name === name);
  if (!found) notFound();

  return found as Entity<unknown>;
}
