import { defineConfig } from "prisma/config";

// The CLI looks for a schema-engine binary on the network even for `generate`. Nothing here needs that binary:
// migrations run in-process (prisma/migrate.ts), so any existing executable keeps the CLI offline.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
});
