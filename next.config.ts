import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  // The optimiser was the way in for two remote code executions; pictures are small and served as they are.
  images: { unoptimized: true },
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "@prisma/client",
    "@node-rs/argon2",
    "exceljs",
    "pg",
    "pino",
    "rate-limiter-flexible",
  ],
  // A photo of a paper or a sheet of rows: 10 MB and the fields around it.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "12mb" },
  // Types have their own step in `npm test`; the first start of a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  agentRules: false,
};

export default config;
