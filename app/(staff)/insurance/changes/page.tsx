import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise } from "@/lib/auth/gate";
import { listChanges } from "@/lib/insurance/changes/list/queries";
import { changesHref } from "@/lib/insurance/changes/list/rules";
import { ChangeFilter } from "@/lib/insurance/changes/list/schema";
import { tabWords } from "@/lib/insurance/changes/list/words";
import { unitsToChoose } from "@/lib/insurance/reach/queries";
import { SectionTabs } from "../_components/section-tabs";
import { ChangeFilters, ChangeTable, FilingForm } from "./_components/change-list";

export const metadata = { title: "增减员" };

export default async function ChangesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.view");
  const filter = ChangeFilter.parse(await searchParams);
  const [list, units] = await Promise.all([listChanges(permit, filter), unitsToChoose(permit)]);
  const { after: _, tab, ...others } = filter;
  const isFiltered = Object.values(others).some(Boolean);
  const fileable = list.rows.filter(({ mayFile }) => mayFile);

  return (
    <>
      <PageHead
        title="增减员"
        sub="单位填表，社保专员审核后报经办机构；核准的到月自动生效。"
        actions={
          <Button href="/insurance/changes/new" tone="primary">
            填增减员表
          </Button>
        }
      />
      <SectionTabs current="/insurance/changes" />
      <Tabs
        label="办到哪一步"
        items={(Object.keys(tabWords) as ChangeFilter["tab"][]).map((one) => ({
          href: changesHref({ tab: one }),
          label: tabWords[one],
          count: list.counts[one],
          current: one === tab,
        }))}
      />
      <ChangeFilters filter={filter} units={units} />
      <ChangeTable
        rows={list.rows}
        empty={
          isFiltered ? (
            <Empty
              picture="search"
              title="没有符合条件的表"
              action={<Button href={changesHref({ tab })}>清空筛选</Button>}
            />
          ) : (
            <Empty title="现在没有这样的表" />
          )
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 张，增员在前`}
            list={list}
            firstHref={changesHref(filter)}
            hrefOf={(after) => changesHref(filter, { after: after })}
          />
        }
      />
      {fileable.length > 0 && (
        <div className="mt-4">
          <FilingForm rows={fileable} today={permit.today} />
        </div>
      )}
    </>
  );
}
