import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may } from "@/lib/auth/gate";
import { listProposals } from "@/lib/people/proposals/queries";
import { ProposalFilter } from "@/lib/people/proposals/schema";
import { proposalKindWords, proposalStateWords } from "@/lib/people/proposals/words";

export const metadata: Metadata = { title: "职工变动" };

export default async function ProposalsPage({ searchParams }: PageProps<"/people/proposals">) {
  const permit = await authorise("people.view");
  const filter = ProposalFilter.parse(await searchParams);
  const list = await listProposals(permit, filter);
  const mayPropose = await may("people.propose");
  const hrefOf = (tab: ProposalFilter["tab"]) =>
    tab === "PENDING" ? "/people/proposals" : `/people/proposals?tab=${tab}`;
  const tabs = Object.entries(proposalStateWords) as [ProposalFilter["tab"], string][];
  const separator = filter.tab === "PENDING" ? "?" : "&";

  return (
    <>
      <PageHead
        title="职工变动"
        sub={mayPropose ? "您申报的新增、更改和变动，由人事科核对后生效" : "联络员申报的新增、更改和变动"}
        actions={
          mayPropose && (
            <Button href="/people/proposals/new" tone="primary">
              申报新增人员
            </Button>
          )
        }
      />
      <Tabs
        label="职工变动"
        items={tabs.map(([tab, label]) => ({
          label,
          href: hrefOf(tab),
          count: list.counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <DataTable
        caption="职工变动"
        rows={list.rows}
        rowId={({ id }) => id}
        empty={
          <Empty title={filter.tab === "PENDING" ? "没有待处理的申报" : "这一栏还没有记录"}>
            {mayPropose && "更改资料和人员变动，请先在“职工”里打开这个人，再点“申报”。"}
          </Empty>
        }
        footer={
          <Pager
            total={`共 ${list.counts[filter.tab]} 件，新的在前`}
            previousLabel="回到第一页"
            previousHref={filter.after ? hrefOf(filter.tab) : null}
            nextHref={list.after && `${hrefOf(filter.tab)}${separator}after=${list.after}`}
          />
        }
        columns={[
          {
            label: "申报内容",
            cell: (row) => (
              <RowLink href={`/people/proposals/${row.id}`} sub={proposalKindWords[row.kind]}>
                {row.summary}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "申报人", cell: (row) => row.proposedBy },
          {
            label: "申报时间",
            nowrap: true,
            cell: (row) => (
              <>
                {row.at}
                {row.note && <Sub>{row.note}</Sub>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
