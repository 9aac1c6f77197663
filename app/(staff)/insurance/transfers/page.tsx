import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise } from "@/lib/auth/gate";
import { legWords } from "@/lib/insurance/transfers/legs/rules";
import { listTransfers, type TransferLine } from "@/lib/insurance/transfers/queries";
import { TransferFilter } from "@/lib/insurance/transfers/schema";
import { schemeWords } from "@/lib/insurance/words";
import { stageWord } from "@/lib/stages";
import { SectionTabs } from "../_components/section-tabs";

export const metadata = { title: "转移接续" };

const tabs = { running: "正在转", done: "办完的" } as const;

export default async function TransfersPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.transfer");
  const filter = TransferFilter.parse(await searchParams);
  const list = await listTransfers(permit, filter);
  const href = (tab: string, after?: string) =>
    `/insurance/transfers?${new URLSearchParams({ tab, ...(after ? { after } : {}) }).toString()}`;

  return (
    <>
      <PageHead
        title="转移接续"
        sub="每段法定 15 个工作日，是外单位的时限，我们的时限在等的时候停着。"
        actions={
          <Button href="/insurance/transfers/new" tone="primary">
            登记转移
          </Button>
        }
      />
      <SectionTabs current="/insurance/transfers" />
      <Tabs
        label="转移"
        items={(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => ({
          href: href(tab),
          label: tabs[tab],
          current: tab === filter.tab,
        }))}
      />
      <DataTable
        caption="转移接续"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "职工",
            cell: (row) => (
              <RowLink href={`/insurance/transfers/${row.caseId}`} sub={`${row.number} · ${row.staffNo}`}>
                {row.name}
              </RowLink>
            ),
          },
          { label: "险种", nowrap: true, cell: (row) => schemeWords[row.scheme] },
          { label: "从哪到哪", cell: (row) => `${row.fromPlace} → ${row.toPlace}` },
          { label: "办到哪一步", nowrap: true, cell: (row) => stageWord("insurance-transfer", row.stage) },
          { label: "这一段", cell: legOf },
        ]}
        empty={<Empty title={filter.tab === "running" ? "没有正在转的" : "还没有办完的"} />}
        footer={
          <KeysetPager
            total={`本页 ${list.rows.length} 件，新登记的在前`}
            list={list}
            firstHref={href(filter.tab)}
            hrefOf={(after) => href(filter.tab, after)}
          />
        }
      />
    </>
  );
}

function legOf({ legs }: TransferLine) {
  const leg = legs.find(({ state }) => state === "running");
  if (!leg) return "—";

  return <Due tone={(leg.left ?? 0) < 0 ? "late" : "calm"}>{`${leg.label}：${legWords(leg)}`}</Due>;
}
