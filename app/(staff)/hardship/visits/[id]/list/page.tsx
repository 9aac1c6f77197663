import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { exportHref } from "@/lib/exports/rules";
import { listRows } from "@/lib/hardship/campaigns/list/queries";
import { rowsHref, type RowLine } from "@/lib/hardship/campaigns/list/rules";
import { RowFilter } from "@/lib/hardship/campaigns/list/schema";
import { viewCampaign } from "@/lib/hardship/campaigns/view/queries";
import { categoryWords } from "@/lib/hardship/campaigns/words";
import { levelWords } from "@/lib/hardship/words";
import { yuan } from "@/lib/money";
import { RowFilters } from "./_components/row-filters";

export const metadata = { title: "慰问名单" };

/** Every household of a campaign with why it is there; which ones, the filter in the address says. */
export default async function CampaignListPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const filter = RowFilter.parse(await searchParams);
  const { campaign, figures } = await viewCampaign(permit, id.data);
  const [list, units, mayExport] = await Promise.all([
    listRows(permit, campaign.id, filter),
    handlingUnits(permit),
    may("hardship.export"),
  ]);
  const href = `/hardship/visits/${campaign.id}`;

  return (
    <>
      <PageHead
        title="慰问名单"
        sub={campaign.name}
        crumbs={[
          { label: "春节走访慰问", href: "/hardship/visits" },
          { label: campaign.name, href },
          { label: "名单" },
        ]}
        actions={mayExport && <Button href={exportHref("visits", { ...filter, campaign: campaign.id })}>导出</Button>}
      />
      <RowFilters
        campaignId={campaign.id}
        isPaying={["VISITING", "SETTLING", "RESULT_NOTICE", "ARCHIVED"].includes(campaign.stage)}
        filter={filter}
        units={units}
        figures={figures}
      />
      <DataTable
        caption="慰问名单"
        rows={list.rows}
        rowId={(row) => row.id}
        columns={[
          {
            label: "户主",
            cell: (row) => (
              <RowLink href={`${href}/list/${row.id}`} sub={row.orderNo ? `第 ${Number(row.orderNo)} 名` : row.staffNo}>
                {row.name}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "类别", nowrap: true, cell: (row) => categoryWords[row.category] },
          { label: "等级", nowrap: true, cell: (row) => (row.level ? levelWords[row.level] : "—") },
          { label: "为什么在名单上", cell: (row) => row.takenOffReason ?? row.offAskedReason ?? row.reason },
          { label: "金额（元）", align: "right", nowrap: true, cell: (row) => yuan(row.amountFen) },
          { label: "情况", nowrap: true, cell: (row) => <State row={row} /> },
        ]}
        empty={
          <Empty
            picture="search"
            title="没有这样的家庭"
            action={<Button href={rowsHref(campaign.id, {})}>看全部</Button>}
          />
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 户，${yuan(list.amountFen)} 元`}
            list={list}
            firstHref={rowsHref(campaign.id, filter)}
            hrefOf={(after) => rowsHref(campaign.id, filter, { after: after })}
          />
        }
      />
    </>
  );
}

function State({ row }: { row: RowLine }) {
  if (row.takenOffReason) return <Tag tone="neutral">已移出</Tag>;
  if (row.offAskedReason) return <Tag tone="warn">单位建议移出</Tag>;
  if (row.isLeftOut) return <Tag tone="warn">没安排上</Tag>;
  if (row.signedOn) return <Tag tone="ok">已签领</Tag>;
  if (row.notMetReason) return <Tag tone="warn">没有见到</Tag>;

  return <Tag tone="info">{row.isGranted ? "还没签领" : "在名单上"}</Tag>;
}
