import "server-only";
import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/audit/commands";
import { staffNumbers, whereOf } from "@/lib/audit/lines/queries";
import { columns, lineOf, type AuditLine, type StoredEvent } from "@/lib/audit/lines/rules";
import { csvOf } from "@/lib/audit/rules";
import type { AuditExport } from "@/lib/audit/schema";
import { proveSelf } from "@/lib/auth/credentials";
import type { Permit } from "@/lib/auth/permit";
import { Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/** Rows in one file at most; the log of a longer time is exported in pieces. */
const mostRows = 20_000;
const head = [
  "时间",
  "谁",
  "岗位",
  "做了什么",
  "结果",
  "对象",
  "对象编号",
  "涉及职工工号",
  "字段",
  "原因",
  "地址",
  "要紧",
];

/**
 * The log as CSV, exactly as filtered. Reading it out is itself in the log, with the number of rows and the file's hash,
 * in the same transaction. Refused without fresh proof of identity and above 20,000 rows.
 */
export async function exportEvents(permit: Permit<"audit.export">, input: AuditExport): Promise<string> {
  await proveSelf(permit, input.ownSecret);

  return transact(
    async (tx) => {
      const where = await whereOf(tx, permit, input);
      const rows = await tx.auditEvent.findMany({
        where,
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: mostRows + 1,
        select: columns,
      });
      if (rows.length > mostRows) throw new Refusal("超过两万条，请缩短日期范围，分几次导出。");
      const numbers = await staffNumbers(permit, rows);
      const file = csvOf(
        head,
        rows.map((row) => cellsOf(row, lineOf(row, numbers))),
      );
      const { reason, ownSecret: _, ...filter } = input;
      await recordAudit(tx, permit, {
        object: "audit_event",
        reason,
        detail: {
          rows: rows.length,
          sha256: createHash("sha256").update(file).digest("hex"),
          filter: JSON.stringify(filter),
        },
        isNotable: true,
      });

      return file;
    },
    { seconds: 20 },
  );
}

function cellsOf(row: StoredEvent, line: AuditLine): string[] {
  return [
    ...[line.at, line.who, line.role, line.deed, line.outcome, line.object, line.objectId ?? "", line.subject],
    ...[line.fields, line.reason, row.ip ?? "", line.isNotable ? "是" : ""],
  ];
}
