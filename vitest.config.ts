import { availableParallelism } from "node:os";
import path from "node:path";

import { defineConfig } from "vitest/config";

// A zone with an odd offset, far from the bureau's: code that forgets to name Shanghai fails here.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  resolve: {
    alias: {
      "server-only": path.resolve(import.meta.dirname, "node_modules/server-only/empty.js"),
      "@": import.meta.dirname,
    },
  },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/setup/global.ts"],
    setupFiles: ["tests/setup/worker.ts"],
    env: { TZ: "Asia/Kathmandu" },
    maxWorkers: Math.max(1, Math.min(4, availableParallelism())),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
});
