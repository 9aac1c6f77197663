import "server-only";
import { z } from "zod";
import { formatMonth } from "@/lib/dates";
import { fileOf } from "@/lib/dormitories/exports/rules";
import { doorSheet } from "@/lib/dormitories/utilities/bills/queries";
import { shareLedger, type ShareLine } from "@/lib/dormitories/utilities/ledger/words";

const SheetFilter = z.object({ bill: z.uuid().optional().catch(undefined) });
type SheetFilter = z.output<typeof SheetFilter>;

/** 水电费分摊表 of one settlement, as it hangs at the door: masked names, no number of any kind. */
export const utilitiesExport = fileOf<SheetFilter, ShareLine>({
  ledger: shareLedger,
  name: "dormitory-utilities",
  home: "/dormitories/utilities",
  parse: (filter) => SheetFilter.parse(filter),
  isSensitive: () => false,
  count: async (permit, { bill }) => (bill ? (await doorSheet(permit, bill)).shares.length : 0),
  async words(permit, { bill }) {
    if (!bill) return "没有选结算";
    const { site, month } = await doorSheet(permit, bill);

    return `${site}，${formatMonth(month)}`;
  },
  async *every(permit, { bill }) {
    if (bill) yield (await doorSheet(permit, bill)).shares;
  },
});
