import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { yearOf } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { listRelief } from "@/lib/relief/list/queries";
import { reliefHref } from "@/lib/relief/list/rules";
import { ReliefFilter } from "@/lib/relief/list/schema";
import { tabWords } from "@/lib/relief/list/words";
import { ReliefFilters } from "./_components/relief-filters";
import { ReliefTable } from "./_components/relief-table";

export const metadata = { title: "临时救助台账" };

export default async function ReliefPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("relief.view");
  const filter = ReliefFilter.parse(await searchParams);
  const [list, units, mayReport, mayExport] = await Promise.all([
    listRelief(permit, filter),
    handlingUnits(permit),
    may("relief.report"),
    may("relief.export"),
  ]);
  const { after: _, tab, order, ...others } = filter;
  const years = Array.from({ length: 5 }, (_year, i) => String(yearOf(permit.today) - i));

  return (
    <>
      <PageHead
        title="临时救助台账"
        sub={<Order filter={filter} />}
        actions={
          <>
            <Button href={reliefHref(filter, { order: undefined }, "/relief/print")} icon="print">
              打印台账
            </Button>
            {mayExport && <Button href={exportHref("relief", { ...others, tab })}>导出</Button>}
            {mayReport && (
              <Button href="/relief/new" tone="primary">
                报告急难
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label="救助"
        items={(Object.keys(tabWords) as ReliefFilter["tab"][]).map((one) => ({
          href: reliefHref({ tab: one }),
          label: tabWords[one],
          count: list.counts[one],
          current: one === tab,
        }))}
      />
      <ReliefFilters filter={filter} units={units} years={years} />
      <ReliefTable
        rows={list.rows}
        totals={list}
        isByNeed={order === "need"}
        empty={
          Object.values(others).some(Boolean) ? (
            <Empty
              picture="search"
              title="没有符合条件的记录"
              action={<Button href={reliefHref({ tab })}>清空筛选</Button>}
            />
          ) : (
            <Empty title={tab === "open" ? "现在没有办理中的救助" : "还没有这样的记录"} />
          )
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 件，${order === "need" ? "按困难程度先后" : "新的在前"}`}
            list={list}
            firstHref={reliefHref(filter)}
            hrefOf={(after) => reliefHref(filter, { after: after })}
          />
        }
      />
    </>
  );
}

/** What waits can be read in the order in which relief is shared out when the money is short. */
function Order({ filter }: { filter: ReliefFilter }) {
  return (
    <>
      火灾、重病、意外、去世，急事急办。
      {filter.tab === "open" && (
        <TextLink href={reliefHref(filter, { order: filter.order ? undefined : "need" })}>
          {filter.order ? "按报告先后看" : "钱不够时，按困难程度先后看"}
        </TextLink>
      )}
    </>
  );
}
