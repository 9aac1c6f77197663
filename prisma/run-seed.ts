import { seedDemo } from "./seed";

// Started by prisma/seeding.ts under Node's react-server condition, against an empty database.
await seedDemo();
