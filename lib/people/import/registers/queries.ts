import "server-only";
import { notFound } from "next/navigation";
import type { Entity, ImportPermit } from "@/lib/imports/rules";
import { rosterEntity } from "@/lib/people/import/commands";

const registers = [rosterEntity];

/** The registers of people that take sheets, as choices. */
export function listRegisters(_permit: ImportPermit): { name: string; title: string }[] {
  return registers.map(({ name, title }) => ({ name, title }));
}

/** The register of this name; any other is not found. */
export function registerCalled(_permit: ImportPermit, name: string): Entity<unknown> {
  const found = registers.find((register) => register.name === name);
  if (!found) notFound();

  return found as Entity<unknown>;
}
