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
    "pg",
    "pino",
    "rate-limiter-flexible",
  ],
  experimental: { serverActions: { bodySizeLimit: "1mb" } },
  // Types have their own step in `npm test`; the first start of a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  agentRules: false,
};

export default config;
