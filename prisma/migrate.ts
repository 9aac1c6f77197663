import { listMigrations, noFilters, withEngine } from "./engine";

/**
 * Applies the migrations that this database has not seen yet, each in its own transaction as Prisma does it.
 * @param ownerUrl the database, as its owner
 * @returns the names of those just applied; throws and leaves the failed one marked when one cannot be applied
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const migrationsList = await listMigrations();
  const { appliedMigrationNames } = await withEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilters }),
  );
  return appliedMigrationNames;
}
