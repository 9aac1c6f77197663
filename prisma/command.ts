import { SettingError } from "@/lib/env";

import { writeMigration } from "./diff";
import { openDatabase } from "./open";
import { seedIfEmpty } from "./seeding";

// npm run db:migrate | db:diff NAME | db:seed
const [command, name] = process.argv.slice(2);

try {
  if (command === "diff") await diff(name ?? "");
  else if (command === "migrate" || command === "seed") await prepare(command === "seed");
  else throw new SettingError("用法：npm run db:migrate、npm run db:diff 名称 或 npm run db:seed");
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function diff(migration: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]{2,40}$/.test(migration))
    throw new SettingError("用法：npm run db:diff 名称（小写字母、数字和下划线）");
  const file = await writeMigration(migration, new Date());
  console.log(file ?? "数据库结构没有变化，不需要新的迁移。");
}

async function prepare(isSeed: boolean): Promise<void> {
  const database = await openDatabase();
  try {
    console.log("数据库结构已是最新。");
    if (isSeed)
      console.log((await seedIfEmpty(database.ownerUrl)) ? "演示数据已写入。" : "数据库里已有数据，没有写入演示数据。");
  } finally {
    await database.close();
  }
}
