import "server-only";
import type { ExportList } from "@/lib/exports/rules";
import { ledgerHead, ledgerValues } from "@/lib/ledger";
import { listOpenUnits } from "@/lib/people/units/queries";
import { reliefLedger } from "@/lib/relief/ledger/words";
import { countRelief, everyRelief } from "@/lib/relief/list/queries";
import { ReliefFilter } from "@/lib/relief/list/schema";
import { onlyWords, tabWords } from "@/lib/relief/list/words";
import { eventWords } from "@/lib/relief/words";

const widths = [16, 12, 20, 10, 10, 16, 12, 12, 10, 12, 12, 12];

/** 临时救助台账 with the columns of the paper one; a leader's file has masked names, as the leader's list. */
export const reliefExport: ExportList<ReliefFilter> = {
  name: "relief",
  title: reliefLedger.title,
  home: "/relief",
  verb: "relief.export",
  columns: () =>
    ledgerHead(reliefLedger)
      .slice(1, -1)
      .map((header, i) => ({ header, width: widths[i] ?? 12 })),
  parse: (filter) => ReliefFilter.parse(filter),
  // What happened to a family is class 2 by itself.
  isSensitive: () => true,
  count: countRelief,
  async words(permit, { tab, q, unit, event, year, only }) {
    const units = unit ? await listOpenUnits(permit) : [];
    const parts = [
      tabWords[tab],
      q && `“${q}”`,
      unit && (units.find(({ id }) => id === unit)?.name ?? "所选单位"),
      event && eventWords[event],
      year && `${year}年`,
      only && onlyWords[only],
    ];

    return parts.filter(Boolean).join("，");
  },
  async *read(permit, filter) {
    for await (const page of everyRelief(permit, filter))
      yield page.map((row) => ledgerValues(reliefLedger, row, 0).slice(1));
  },
};
