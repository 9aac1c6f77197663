import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { KeysetPager } from "@/components/ui/pager";
import { may } from "@/lib/auth/gate";
import type { Permit } from "@/lib/auth/permit";
import type { CivilMonth } from "@/lib/dates";
import { listDecided } from "@/lib/insurance/differences/decided/queries";
import { findDifferences, listDifferences } from "@/lib/insurance/differences/queries";
import { differencesHref } from "@/lib/insurance/differences/rules";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { DecidedTable } from "./decided-table";
import { DifferenceTable } from "./difference-table";
import { ResolveMany, ResolveOne } from "./resolve-form";

type Props = { permit: Permit<"insurance.view">; filter: DifferenceFilter; month: CivilMonth; total: number };

/** The rows of the tab, and for the office the form that decides one of them or many. */
export async function DifferenceRows({ permit, filter, month, total }: Props) {
  const mayDecide = await may("insurance.compare");
  const footer = (list: { hasBefore: boolean; next: string | null }) => (
    <KeysetPager
      total={`共 ${total} 条`}
      list={list}
      firstHref={differencesHref(filter)}
      hrefOf={(after) => differencesHref(filter, { after: after })}
    />
  );
  const empty = <None filter={filter} />;
  const [picked] = filter.pick && mayDecide ? await findDifferences(permit, month, [filter.pick]) : [];
  const one = filter.pick && mayDecide && (
    <div className="mb-4">
      {picked ? (
        <ResolveOne one={picked} month={month} backHref={differencesHref(filter)} />
      ) : (
        <Notice>这条差异现在没有了，两边已经一致。</Notice>
      )}
    </div>
  );
  if (filter.tab === "done") {
    const list = await listDecided(permit, month, filter);

    return (
      <>
        {one}
        <DecidedTable rows={list.rows} filter={filter} mayDecide={mayDecide} empty={empty} footer={footer(list)} />
      </>
    );
  }
  const list = await listDifferences(permit, month, { ...filter, tab: filter.tab });

  return (
    <>
      {one}
      <DifferenceTable rows={list.rows} filter={filter} mayDecide={mayDecide} empty={empty} footer={footer(list)} />
      {mayDecide && !filter.pick && list.rows.length > 0 && (
        <div className="mt-4">
          <ResolveMany rows={list.rows} month={month} />
        </div>
      )}
    </>
  );
}

function None({ filter }: { filter: DifferenceFilter }) {
  if (filter.kind || filter.unit || filter.q)
    return (
      <Empty
        picture="search"
        title="没有符合条件的差异"
        action={<Button href={differencesHref({ tab: filter.tab, month: filter.month })}>清空筛选</Button>}
      />
    );

  return <Empty title={{ open: "差异都处理了", asked: "没有等回函的", done: "还没有处理过差异" }[filter.tab]} />;
}
