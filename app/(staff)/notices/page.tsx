import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { listNotices } from "@/lib/notices/list/queries";
import { NoticeFilter } from "@/lib/notices/schema";
import { noticeStateWords } from "@/lib/notices/words";
import { programmes } from "@/lib/programmes";
import { noticeTones } from "./tones";

export const metadata = { title: "公示" };

const tabs = { running: "公示中", waiting: "待公示", ended: "公示结束", all: "全部" } as const;
const matters = Object.entries(programmes).map(([value, { name }]) => ({ value, label: name }));

export default async function NoticesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("notices.view");
  const filter = NoticeFilter.parse(await searchParams);
  const list = await listNotices(permit, filter);
  const mayDraft = await may("notices.draft");
  const here = (given: Record<string, string | undefined>) => {
    // The tab that one comes to is the address without a word: one page, one address.
    const { tab, ...others } = { tab: filter.tab, matter: filter.matter, ...given };
    const pairs = Object.entries({ tab: tab === "running" ? undefined : tab, ...others });
    const query = new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();

    return query ? `/notices?${query}` : "/notices";
  };
  const draft = mayDraft && (
    <Button href="/notices/new" tone="primary">
      起草公示
    </Button>
  );

  return (
    <>
      <PageHead title="公示" sub="满五个工作日没有异议，第二天起才能发钱、定名额" actions={draft} />
      <Tabs
        label="公示"
        items={Object.entries(tabs).map(([tab, label]) => ({
          label,
          href: here({ tab }),
          current: tab === filter.tab,
        }))}
      />
      <Filters action="/notices" clearHref={here({ matter: undefined })} keep={{ tab: filter.tab }}>
        <FilterSelect
          name="matter"
          label="项目"
          {...(filter.matter ? { value: filter.matter } : {})}
          options={matters}
          all="全部项目"
        />
      </Filters>
      <DataTable
        caption="公示"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "标题",
            cell: (row) => (
              <RowLink href={`/notices/${row.id}`} sub={row.number}>
                {row.title}
              </RowLink>
            ),
          },
          { label: "项目", cell: (row) => row.programme },
          {
            label: "状态",
            cell: (row) => <Tag tone={noticeTones[row.state]}>{noticeStateWords[row.state]}</Tag>,
          },
          { label: "人数", align: "right", cell: (row) => row.entries },
          { label: "贴出", nowrap: true, cell: (row) => row.publishedOn ?? "未贴出" },
          { label: "到哪天", nowrap: true, cell: (row) => row.lastDayWords || "—" },
          {
            label: "异议",
            cell: (row) => (row.openObjections > 0 ? <Tag tone="late">{row.openObjections} 条待处理</Tag> : "无"),
          },
        ]}
        empty={
          filter.matter ? (
            <Empty
              picture="search"
              title="没有符合条件的公示"
              action={<Button href={here({ matter: undefined })}>清空筛选</Button>}
            />
          ) : (
            <Empty title={`没有${tabs[filter.tab]}的名单`} action={draft}>
              发钱、分名额的名单，先在这里公示。
            </Empty>
          )
        }
        footer={
          <Pager
            total="新的在前"
            {...(filter.after ? { previousHref: here({}), previousLabel: "回到第一页" } : {})}
            nextHref={list.next && here({ after: list.next })}
          />
        }
      />
    </>
  );
}
