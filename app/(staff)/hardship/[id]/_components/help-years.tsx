import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { HelpYear } from "@/lib/hardship/files/years/queries";
import { yuan } from "@/lib/money";

/** 历年帮扶: year by year what was approved for the household and what it has signed for. */
export function HelpYears({ years }: { years: HelpYear[] }) {
  return (
    <Card title="历年帮扶" aside="慰问金和救助金，按批准年份">
      <DataTable
        caption="历年帮扶"
        rows={years}
        rowId={({ year }) => String(year)}
        stack={false}
        columns={[
          { label: "年份", cell: ({ year }) => `${year}年` },
          { label: "次数", align: "right", cell: ({ times }) => times },
          { label: "批准（元）", align: "right", cell: ({ grantedFen }) => yuan(grantedFen) },
          { label: "签领（元）", align: "right", cell: ({ signedFen }) => yuan(signedFen) },
        ]}
        empty={<p className="px-4 py-6 text-ink-2">还没有帮扶过这一户。</p>}
      />
    </Card>
  );
}
