import "server-only";
import { countSignOffs, everySignOff } from "@/lib/cases/sign-offs/ledger/queries";
import { signOffLedger } from "@/lib/cases/sign-offs/ledger/words";
import { SignOffFilter } from "@/lib/cases/sign-offs/schema";
import type { ExportList } from "@/lib/exports/rules";
import { ledgerValues } from "@/lib/ledger";
import { programmeOf } from "@/lib/programmes";

/** Programmes whose hand-outs say that somebody is in need or ill. */
const telling = ["hardship", "relief", "health"];
const widths: Readonly<Record<string, number>> = { 单位: 20, 发放内容: 24, 签领: 30 };

/** 发放签领台账 as on paper: one column definition for screen, paper and file; money as figures in yuan. */
export const signOffsExport: ExportList<SignOffFilter> = {
  name: "sign-offs",
  title: signOffLedger.title,
  home: "/sign-offs",
  verb: "cases.exportSignOffs",
  columns: () =>
    signOffLedger.columns.map(({ label, kind }) => ({
      header: label,
      width: widths[label] ?? 14,
      ...(kind === "money" ? { isNumber: true } : {}),
    })),
  parse: (filter) => SignOffFilter.parse(filter),
  // Without a programme the list holds those of all of them.
  isSensitive: ({ programme }) => programme === undefined || telling.includes(programme),
  count: countSignOffs,
  words(_permit, { programme, year, after: _after, ...others }) {
    const more = Object.values(others).filter(Boolean).length;
    const parts = [
      programme && (programmeOf(programme)?.name ?? programme),
      year && (year === "all" ? "全部年度" : `${year}年`),
      more > 0 && `另有 ${more} 个条件`,
    ];

    return Promise.resolve(parts.filter(Boolean).join("，") || "全部");
  },
  async *read(permit, filter) {
    for await (const page of everySignOff(permit, filter))
      yield page.map((row) => ledgerValues(signOffLedger, row, 0).slice(1));
  },
};
