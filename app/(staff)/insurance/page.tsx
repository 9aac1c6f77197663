import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatMonth } from "@/lib/dates";
import { openDifferences } from "@/lib/insurance/differences/queries";
import { differencesHref } from "@/lib/insurance/differences/rules";
import { listInsured } from "@/lib/insurance/list/queries";
import { peopleHref } from "@/lib/insurance/list/rules";
import { PeopleFilter } from "@/lib/insurance/list/schema";
import { tabWords } from "@/lib/insurance/list/words";
import { InsuredTable } from "./_components/insured-table";
import { PeopleFilters } from "./_components/people-filters";
import { unitsToChoose } from "@/lib/insurance/reach/queries";
import { SectionTabs } from "./_components/section-tabs";

export const metadata = { title: "社会保险" };

export default async function InsurancePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.view");
  const filter = PeopleFilter.parse(await searchParams);
  const [list, units, waiting] = await Promise.all([
    listInsured(permit, filter),
    unitsToChoose(permit),
    openDifferences(permit),
  ]);
  const { after: _, tab, ...others } = filter;
  const isFiltered = Object.values(others).some(Boolean);

  return (
    <>
      <PageHead
        title="社会保险"
        sub="应该参保而没有参保的都在缺口里；写了放弃声明也算缺口。"
        actions={
          <Button href="/insurance/changes/new" tone="primary">
            填增减员表
          </Button>
        }
      />
      <SectionTabs current="/insurance" />
      {waiting && waiting.open > 0 && (
        <div className="mb-4">
          <Notice tone="warn">
            {`${formatMonth(waiting.month)}经办机构名单和系统里有 `}
            <TextLink href={differencesHref({ month: waiting.month })}>{`${waiting.open} 条差异没有处理`}</TextLink>。
          </Notice>
        </div>
      )}
      <Tabs
        label="名单"
        items={(Object.keys(tabWords) as PeopleFilter["tab"][]).map((one) => ({
          href: peopleHref({ tab: one }),
          label: tabWords[one],
          count: list.counts[one],
          current: one === tab,
        }))}
      />
      <PeopleFilters filter={filter} units={units} />
      <InsuredTable
        rows={list.rows}
        tab={tab}
        empty={
          isFiltered ? (
            <Empty
              picture="search"
              title="没有符合条件的职工"
              action={<Button href={peopleHref({ tab })}>清空筛选</Button>}
            />
          ) : (
            <Empty title={tab === "gap" ? "没有参保缺口" : "没有这样的职工"} />
          )
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 人，按姓名排序`}
            list={list}
            firstHref={peopleHref(filter)}
            hrefOf={(after) => peopleHref(filter, { after: after })}
          />
        }
      />
    </>
  );
}
