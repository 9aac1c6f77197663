import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect } from "@/components/ui/filters";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { Tile, Tiles } from "@/components/ui/tiles";
import { authorise, may } from "@/lib/auth/gate";
import { listSites, type SiteLine } from "@/lib/dormitories/board/queries";
import { fitsSite } from "@/lib/dormitories/list/rules";
import { onlyWords } from "@/lib/dormitories/list/words";
import { SiteFilter } from "@/lib/dormitories/list/schema";
import { exportHref } from "@/lib/exports/rules";
import { starWord } from "@/lib/dormitories/rating/rules";
import { sourceWords } from "@/lib/dormitories/words";
import { DormitoryTabs } from "./_components/tabs";

export const metadata = { title: "职工宿舍" };

export default async function DormitoriesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.view");
  const filter = SiteFilter.parse(await searchParams);
  const [open, mayApply, mayLine, mayBuild, mayExport] = await Promise.all([
    listSites(permit),
    may("dormitories.apply"),
    may("dormitories.line"),
    may("dormitories.build"),
    may("dormitories.export"),
  ]);
  const all = filter.only === "closed" ? await listSites(permit, { isClosed: true }) : open;
  const sites = all.filter((site) => fitsSite(site, filter));
  const sumOf = (of: keyof SiteLine["beds"], those = open) => those.reduce((total, { beds }) => total + beds[of], 0);

  return (
    <>
      <PageHead
        title="职工宿舍"
        sub="住人数按今晚算：住进来那天算，搬走那天不算，留床的也算。"
        actions={
          <>
            <Button href="/dormitories/print" icon="print">
              打印一览表
            </Button>
            {mayExport && <Button href={exportHref("dormitory-sites", filter)}>导出Excel</Button>}
            {mayBuild && <Button href="/dormitories/build">登记新宿舍</Button>}
            {mayApply && (
              <Button href="/dormitories/new" tone="primary">
                代职工申请
              </Button>
            )}
          </>
        }
      />
      <DormitoryTabs at="/dormitories" />
      <Tiles label="床位" columns={3}>
        <Tile label="床位" value={sumOf("all")} unit="张" />
        <Tile label="今晚有人住" value={sumOf("occupied")} unit="人" href="/dormitories/residents" />
        <Tile label="空床" value={sumOf("FREE")} unit="张" href="/dormitories?only=free" />
        <Tile
          label="已预留"
          value={sumOf("HELD")}
          unit="张"
          {...(mayLine ? { href: "/dormitories/applications?tab=offered" } : {})}
        />
        <Tile
          label="维修、停用"
          value={sumOf("REPAIR") + sumOf("OUT_OF_USE")}
          unit="张"
          href="/dormitories?only=shut"
        />
        <Tile
          label="星级宿舍"
          value={open.filter(({ stars }) => stars > 0).length}
          unit="处"
          href="/dormitories?only=starred"
        />
      </Tiles>
      <Filters action="/dormitories" clearHref="/dormitories">
        <FilterSelect
          name="source"
          label="来源"
          value={filter.source}
          options={optionsOf(sourceWords)}
          all="全部来源"
        />
        <FilterSelect name="only" label="只看" value={filter.only} options={optionsOf(onlyWords)} all="全部" />
      </Filters>
      <SiteTable sites={sites} sum={(of) => sumOf(of, sites)} />
    </>
  );
}

function SiteTable({ sites, sum }: { sites: SiteLine[]; sum: (of: keyof SiteLine["beds"]) => number }) {
  return (
    <DataTable
      caption="宿舍基本情况"
      rows={sites}
      rowId={({ id }) => id}
      columns={[
        {
          label: "宿舍",
          cell: (row) => (
            <RowLink href={`/dormitories/${row.id}`} sub={row.address}>
              {row.name}
            </RowLink>
          ),
        },
        { label: "来源", nowrap: true, cell: (row) => sourceWords[row.source] },
        { label: "房间", align: "right", cell: (row) => row.rooms },
        { label: "床位", align: "right", cell: (row) => row.beds.all },
        { label: "住人", align: "right", cell: (row) => row.beds.occupied },
        { label: "空床", align: "right", cell: (row) => row.beds.FREE },
        {
          label: "星级",
          nowrap: true,
          cell: (row) => <Tag tone={row.stars > 0 ? "ok" : "neutral"}>{starWord(row.stars)}</Tag>,
        },
        { label: "管理员", cell: (row) => row.warden ?? "—" },
        {
          label: "备注",
          cell: (row) => (row.fireCheckedOn ? "" : <Tag tone="late">没有消防验收</Tag>),
        },
      ]}
      total={[
        "合计",
        "",
        String(sites.reduce((n, { rooms }) => n + rooms, 0)),
        String(sum("all")),
        String(sum("occupied")),
        String(sum("FREE")),
        "",
        "",
        "",
      ]}
      empty={
        <Empty picture="search" title="没有符合条件的宿舍" action={<Button href="/dormitories">清空筛选</Button>} />
      }
    />
  );
}
