import { CaseFilters, caseListHref } from "@/components/case/case-filters";
import { CaseTable } from "@/components/case/case-table";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { authorise, may } from "@/lib/auth/gate";
import { listCases } from "@/lib/cases/list/queries";
import { CaseFilter } from "@/lib/cases/list/schema";
import { exportHref } from "@/lib/exports/rules";
import { handlingUnits } from "@/lib/cases/registration/queries";

export const metadata = { title: "全部事项" };

export default async function CasesPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.view");
  const filter = CaseFilter.parse(await searchParams);
  const [list, units] = await Promise.all([listCases(permit, filter), handlingUnits(permit)]);

  return (
    <>
      <PageHead
        title="全部事项"
        sub="您能看到的所有事项；看板上的每个数字都在这里点开"
        actions={(await may("cases.export")) && <Button href={exportHref("cases", filter)}>导出</Button>}
      />
      <CaseFilters action="/cases" filter={filter} units={units} />
      <CaseTable
        caption="全部事项"
        rows={list.rows}
        empty={<Empty picture="search" title="没有符合条件的事项" action={<Button href="/cases">清空筛选</Button>} />}
        footer={
          <Pager
            total={`共 ${list.total} 件`}
            previousLabel="回到第一页"
            previousHref={list.hasBefore ? caseListHref("/cases", { ...filter, after: undefined }) : null}
            nextHref={list.next && caseListHref("/cases", { ...filter, after: list.next })}
          />
        }
      />
    </>
  );
}
