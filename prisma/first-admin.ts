import { existsSync } from "node:fs";
import { installAdministrators } from "@/lib/accounts/installation/commands";
import { readArguments } from "@/lib/accounts/installation/rules";
import { Installation } from "@/lib/accounts/installation/schema";
import { initialDays } from "@/lib/accounts/secrets/rules";
import { SettingError } from "@/lib/env";
import { Refusal } from "@/lib/refusal";
import { pool } from "./client";
import { openDatabase } from "./open";

// npm run db:first-admin -- 单位=… 系统管理员=工号:姓名 安全管理员=工号:姓名 审计员=工号:姓名
const usage = `用法：npm run db:first-admin -- 单位=单位全称 系统管理员=工号:姓名 安全管理员=工号:姓名 审计员=工号:姓名
例如：npm run db:first-admin -- 单位=某某区环境卫生管理局 系统管理员=90001:张三 安全管理员=90002:李四 审计员=90003:王五`;

// The same settings that `npm start` will run with, above all the same pepper.
if (existsSync(".env")) process.loadEnvFile(".env");
process.env.PORTAL_MODE ||= "production";

try {
  const input = Installation.safeParse(readArguments(process.argv.slice(2)));
  if (!input.success) throw new SettingError(`${input.error.issues[0]?.message ?? "参数不对"}。\n${usage}`);
  const database = await openDatabase();
  try {
    for (const { role, staffNo, name, secret } of await installAdministrators(input.data))
      console.log(`${role}  ${name}  工号 ${staffNo}  初始密码 ${secret}`);
    console.log(
      `\n初始密码只显示这一次，${initialDays}天内有效，第一次登录要改。请分别交给本人，不要由一个人保管三个。`,
    );
  } finally {
    await pool().end();
    await database.close();
  }
} catch (fault) {
  if (!(fault instanceof SettingError) && !(fault instanceof Refusal)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
