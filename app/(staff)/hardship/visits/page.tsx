import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { campaignYears } from "@/lib/hardship/visits/queries";
import { campaignWords } from "@/lib/hardship/visits/words";
import { yuan } from "@/lib/money";

export const metadata = { title: "历年春节慰问" };

/** 历年慰问情况统计: each year opens its rows in the ledger of sign-offs. */
export default async function VisitsPage() {
  const permit = await authorise("hardship.view");
  const years = await campaignYears(permit);
  const households = years.reduce((sum, line) => sum + line.households, 0);
  const paid = years.reduce((sum, line) => sum + line.paidFen, 0n);

  return (
    <>
      <PageHead
        title="历年春节慰问"
        sub={`近 ${years.length} 次，签领的才算`}
        crumbs={[{ label: "困难帮扶", href: "/hardship" }, { label: "历年慰问" }]}
        actions={<PrintButton />}
      />
      <DataTable
        caption="历年慰问情况统计"
        rows={years}
        rowId={({ id }) => id}
        columns={[
          {
            label: "年度",
            cell: (row) => <RowLink href={`/sign-offs?campaign=${row.id}&year=all`}>{row.name}</RowLink>,
          },
          { label: "进度", nowrap: true, cell: (row) => <Tag tone="neutral">{campaignWords[row.stage]}</Tag> },
          { label: "计划（户）", align: "right", cell: (row) => row.planned },
          { label: "签领（户）", align: "right", cell: (row) => row.households },
          { label: "标准（元）", align: "right", cell: (row) => yuan(row.standardFen) },
          { label: "金额（元）", align: "right", cell: (row) => yuan(row.paidFen) },
        ]}
        total={["合计", "", "", households, "", yuan(paid)]}
        empty={<Empty title="还没有慰问活动" />}
      />
    </>
  );
}
