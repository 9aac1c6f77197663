import "server-only";
import { z } from "zod";
import type { ExportList } from "@/lib/exports/rules";
import { rosterLedger } from "@/lib/hardship/campaigns/ledger/words";
import { countRows, everyRow } from "@/lib/hardship/campaigns/list/queries";
import { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import { rowStateWords } from "@/lib/hardship/campaigns/list/words";
import { namedCampaign } from "@/lib/hardship/campaigns/view/queries";
import { categoryWords } from "@/lib/hardship/campaigns/words";
import { ledgerValues, type LedgerColumn } from "@/lib/ledger";
import type { RowLine } from "@/lib/hardship/campaigns/list/rules";

const Filter = RowFilter.extend({ campaign: z.uuid().catch("00000000-0000-0000-0000-000000000000") });
type Filter = z.output<typeof Filter>;

/** What is signed by hand has no column in a file. */
const inFile = ({ kind }: LedgerColumn<RowLine>) => kind !== "sign";

const ledgerOf = (goods: string | null) => {
  const ledger = rosterLedger(goods);

  return { ...ledger, columns: ledger.columns.filter(inFile) };
};

/** 春节慰问花名册 with the columns of the paper and the masks of the screen. */
export const rosterExport: ExportList<Filter> = {
  name: "visits",
  title: "春节慰问花名册",
  home: "/hardship/visits",
  verb: "hardship.export",
  columns: () => ledgerOf(null).columns.map(({ label }) => ({ header: label, width: label === "困难原因" ? 40 : 14 })),
  parse: (filter) => Filter.parse(filter),
  // That a family is helped is class 2 by itself.
  isSensitive: () => true,
  count: (permit, { campaign, ...filter }) => countRows(permit, campaign, filter),
  async words(permit, { campaign, state, category, unit, q }) {
    const { name } = await namedCampaign(permit, campaign);

    return [name, rowStateWords[state], category && categoryWords[category], unit && "所选单位", q && `“${q}”`]
      .filter(Boolean)
      .join("，");
  },
  async *read(permit, { campaign, ...filter }) {
    const { goods } = await namedCampaign(permit, campaign);
    const ledger = ledgerOf(goods);
    const rows = await everyRow(permit, campaign, filter);
    yield rows.map((row, index) => ledgerValues(ledger, row, index).slice(1));
  },
};
