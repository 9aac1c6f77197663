import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { Tile, Tiles } from "@/components/ui/tiles";
import { authorise, may } from "@/lib/auth/gate";
import { formatMonth } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { countDifferences, listedMonths } from "@/lib/insurance/differences/queries";
import { differencesHref } from "@/lib/insurance/differences/rules";
import { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { kindWords, tabWords } from "@/lib/insurance/differences/words";
import type { DifferenceKind } from "@/prisma/generated/enums";
import { unitsToChoose } from "@/lib/insurance/reach/queries";
import { SectionTabs } from "../_components/section-tabs";
import { DifferenceFilters } from "./_components/difference-filters";
import { DifferenceRows } from "./_components/difference-rows";

export const metadata = { title: "名单核对" };

/** The insurance office's list of a month beside our record: what differs, and what was decided about it. */
export default async function DifferencesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.view");
  const filter = DifferenceFilter.parse(await searchParams);
  const [months, units, mayImport] = await Promise.all([
    listedMonths(permit),
    unitsToChoose(permit),
    may("insurance.import"),
  ]);
  const list = months.find(({ month }) => month === filter.month) ?? months[0];
  const head = (
    <PageHead
      title="名单核对"
      sub={
        list
          ? `${formatMonth(list.month)}名单：本单位 ${list.bureau} 人，派遣单位 ${list.agency} 人`
          : "经办机构每月的名单和系统里的逐人比对"
      }
      actions={
        mayImport && (
          <>
            {list && <Button href={exportHref("insurance-differences", { month: list.month })}>导出Excel</Button>}
            <Button href="/insurance/import" tone="primary">
              导入名单
            </Button>
          </>
        )
      }
    />
  );
  if (!list)
    return (
      <>
        {head}
        <SectionTabs current="/insurance/differences" />
        <Empty title="还没有导入过经办机构的名单">导入以后，两边对不上的会一条一条列在这里。</Empty>
      </>
    );
  const at = { ...filter, month: list.month };
  const counts = await countDifferences(permit, list.month, filter);

  return (
    <>
      {head}
      <SectionTabs current="/insurance/differences" />
      {(list.bureau === 0 || list.agency === 0) && (
        <div className="mb-4">
          <Notice>{`这个月还没有导入${list.bureau === 0 ? "本单位" : "派遣单位"}的名单，由它缴费的人没有比对。`}</Notice>
        </div>
      )}
      <Tiles label="没有处理的差异">
        {(Object.keys(kindWords) as DifferenceKind[]).map((kind) => (
          <Tile
            key={kind}
            label={kindWords[kind]}
            value={counts[kind]}
            unit="条"
            href={differencesHref(at, { tab: "open", kind })}
          />
        ))}
      </Tiles>
      <Tabs
        label="处理情况"
        items={(Object.keys(tabWords) as DifferenceFilter["tab"][]).map((tab) => ({
          href: differencesHref(at, { tab }),
          label: tabWords[tab],
          count: counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <DifferenceFilters filter={at} months={months} units={units} />
      <DifferenceRows permit={permit} filter={at} month={list.month} total={counts[filter.tab]} />
    </>
  );
}
