import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { preparedCampaigns } from "@/lib/hardship/campaigns/view/queries";
import { turnWords } from "@/lib/hardship/campaigns/words";
import { campaignYears } from "@/lib/hardship/visits/queries";
import { campaignWords } from "@/lib/hardship/visits/words";
import { yuan } from "@/lib/money";

export const metadata = { title: "春节走访慰问" };

/** What is being prepared, and 历年慰问情况统计: each year opens its page. */
export default async function VisitsPage() {
  const permit = await authorise("hardship.view");
  const [years, prepared, mayPlan] = await Promise.all([
    campaignYears(permit),
    preparedCampaigns(permit),
    may("hardship.planVisits"),
  ]);
  const households = years.reduce((sum, line) => sum + line.households, 0);
  const paid = years.reduce((sum, line) => sum + line.paidFen, 0n);

  return (
    <>
      <PageHead
        title="春节走访慰问"
        sub={`近 ${years.length} 次，签领的才算`}
        crumbs={[{ label: "困难帮扶", href: "/hardship" }, { label: "春节走访慰问" }]}
        actions={
          <>
            <Button href="/hardship/visits/years" icon="print">
              打印历年统计
            </Button>
            {mayPlan && (
              <Button href="/hardship/visits/new" tone={prepared.length > 0 ? "outline" : "primary"}>
                新建慰问
              </Button>
            )}
          </>
        }
      />
      <Stack>
        {prepared.map((campaign) => (
          <Card
            key={campaign.id}
            title={`正在准备：${campaign.name}`}
            tone="next"
            aside={campaignWords[campaign.stage]}
          >
            <p className="mb-2 text-ink-2">{turnWords[campaign.stage]}</p>
            <TextLink href={`/hardship/visits/${campaign.id}`}>打开{campaign.name}</TextLink>
          </Card>
        ))}
        <DataTable
          caption="历年慰问情况统计"
          rows={years}
          rowId={({ id }) => id}
          columns={[
            { label: "年度", cell: (row) => <RowLink href={`/hardship/visits/${row.id}`}>{row.name}</RowLink> },
            { label: "进度", nowrap: true, cell: (row) => <Tag tone="neutral">{campaignWords[row.stage]}</Tag> },
            { label: "计划（户）", align: "right", cell: (row) => row.planned },
            {
              label: "签领（户）",
              align: "right",
              cell: (row) => (
                <TextLink href={`/sign-offs?campaign=${row.id}&year=all`} quiet>
                  {row.households}
                </TextLink>
              ),
            },
            { label: "标准（元）", align: "right", cell: (row) => yuan(row.standardFen) },
            { label: "金额（元）", align: "right", cell: (row) => yuan(row.paidFen) },
          ]}
          total={["合计", "", "", households, "", yuan(paid)]}
          empty={<Empty title="还没有发过慰问金" />}
        />
      </Stack>
    </>
  );
}
