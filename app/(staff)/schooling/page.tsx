import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { yearOf } from "@/lib/dates";
import { listPlacements } from "@/lib/schooling/list/queries";
import { placementsHref } from "@/lib/schooling/list/rules";
import { PlacementFilter } from "@/lib/schooling/list/schema";
import { tabWords } from "@/lib/schooling/list/words";
import { dwellingWords, schoolStageWords } from "@/lib/schooling/words";
import { PlacementFilters } from "./_components/placement-filters";

export const metadata = { title: "随迁子女入学" };

export default async function SchoolingPage({ searchParams }: PageProps<"/schooling">) {
  const permit = await authorise("schooling.view");
  const params = await searchParams;
  const filter = PlacementFilter.parse(params);
  const { done } = params;
  const [list, units, maySeeTotals] = await Promise.all([
    listPlacements(permit, filter),
    handlingUnits(permit),
    may("schooling.totals"),
  ]);
  const { after: _, tab, ...others } = filter;
  const years = Array.from({ length: 4 }, (_unused, i) => yearOf(permit.today) + 1 - i);

  return (
    <>
      <PageHead
        title="随迁子女入学"
        sub={
          <>
            一个孩子一个年度一份。<TextLink href="/schooling/planner">明年该上学的</TextLink>
            {maySeeTotals && (
              <>
                {" · "}
                <TextLink href="/schooling/totals">总数和协调函</TextLink>
              </>
            )}
          </>
        }
        actions={
          <Button href="/schooling/new" tone="primary">
            代家长登记
          </Button>
        }
      />
      {done === "unit" && (
        <Notice tone="ok" title="已交局工会">
          单位初审通过的，由局工会接着办，这里不再显示；家长在手机上看得到进度。
        </Notice>
      )}
      <Tabs
        label="入学登记"
        items={(Object.keys(tabWords) as PlacementFilter["tab"][]).map((one) => ({
          href: placementsHref({ tab: one }),
          label: tabWords[one],
          count: list.counts[one],
          current: one === tab,
        }))}
      />
      <PlacementFilters filter={filter} units={units} years={years} />
      <DataTable
        caption="随迁子女入学"
        rows={list.rows}
        rowId={({ caseId }) => caseId}
        columns={[
          {
            label: "家长",
            cell: (row) => (
              <RowLink href={`/schooling/${row.caseId}`} sub={row.number}>
                {row.parent}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          {
            label: "上几年级",
            cell: (row) => (
              <>
                {schoolStageWords[row.schoolStage]}
                <Sub>{row.intakeYear} 年度</Sub>
              </>
            ),
          },
          {
            label: "居住",
            cell: (row) => (
              <>
                {dwellingWords[row.dwelling]} {row.needsCoordination && <Tag tone="warn">需协调</Tag>}
              </>
            ),
          },
          { label: "办到哪一步", nowrap: true, cell: (row) => row.stage },
          { label: "居住证", cell: (row) => (row.isPermitEnding ? <Tag tone="late">快到期</Tag> : "—") },
          {
            label: "期限",
            nowrap: true,
            cell: (row) => (row.light === "none" ? "—" : <Due tone={row.light}>{row.dueWords}</Due>),
          },
        ]}
        empty={
          Object.values(others).some(Boolean) ? (
            <Empty
              picture="search"
              title="没有符合条件的登记"
              action={<Button href={placementsHref({ tab })}>清空筛选</Button>}
            />
          ) : (
            <Empty title="还没有这样的登记" />
          )
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 个孩子，新登记的在前`}
            list={list}
            firstHref={placementsHref(filter)}
            hrefOf={(after) => placementsHref(filter, { after: after })}
          />
        }
      />
    </>
  );
}
