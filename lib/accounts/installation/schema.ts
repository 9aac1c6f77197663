import { z } from "zod";
import { staffNo } from "@/lib/accounts/schema";

const name = z.string({ error: "请写姓名" }).trim().min(2, "姓名至少2个字").max(40, "姓名最多40个字");
const person = z.object({ staffNo, name }, { error: "请写明系统管理员、安全管理员、审计员各是谁（工号:姓名）" });

/** Who runs a new portal: the bureau's name and three different people. */
export const Installation = z
  .object({
    bureau: z.string({ error: "请写单位全称" }).trim().min(4, "请写单位全称").max(60, "单位名称最多60个字"),
    SYSTEM_ADMIN: person,
    SECURITY_ADMIN: person,
    AUDITOR: person,
  })
  .refine(
    ({ SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR }) =>
      new Set([SYSTEM_ADMIN.staffNo, SECURITY_ADMIN.staffNo, AUDITOR.staffNo]).size === 3,
    { error: "三个管理员必须是三个人，工号不能相同" },
  );
export type Installation = z.output<typeof Installation>;
