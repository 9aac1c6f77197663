import { caseListHref } from "@/components/case/case-filters";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { TextLink } from "@/components/ui/text-link";
import type { Dashboard } from "@/lib/dashboard/queries";
import { rateWords } from "@/lib/cases/rates/rules";
import { countsOf } from "@/lib/dashboard/rules";
import { formatMonth, lastDayOf, firstDayOf } from "@/lib/dates";

/** The trend as figures: on time, all that fell due, and the rate; each number opens its month's rows. */
export function TrendTable({ months }: { months: Dashboard["months"] }) {
  const link = (month: string, name: "onTime" | "due", text: string | number) => (
    <TextLink href={caseListHref("/cases", countsOf({ from: firstDayOf(month), to: lastDayOf(month) })[name])} quiet>
      {text}
    </TextLink>
  );

  return (
    <Disclosure summary="每月的件数和名单">
      <DataTable
        caption="每月按期办结"
        rows={months}
        rowId={({ month }) => month}
        stack={false}
        columns={[
          { label: "月份", cell: ({ month }) => formatMonth(month), nowrap: true },
          { label: "按期", align: "right", cell: ({ month, onTime }) => link(month, "onTime", onTime) },
          { label: "应答复", align: "right", cell: ({ month, due }) => link(month, "due", due) },
          { label: "按期办结率", align: "right", cell: ({ onTime, due }) => rateWords(onTime, due) },
        ]}
      />
    </Disclosure>
  );
}
