import { CaseFilters, caseListHref } from "@/components/case/case-filters";
import { CaseTable } from "@/components/case/case-table";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { importsFor } from "@/lib/imports/waiting/queries";
import { authorise, may, permitIf } from "@/lib/auth/gate";
import { countInbox, listInbox } from "@/lib/cases/list/queries";
import { CaseFilter, InboxTab } from "@/lib/cases/list/schema";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { lettersToDecide } from "@/lib/schooling/letters/waiting/queries";
import { ImportLines } from "./_components/import-lines";
import { LetterLines } from "./_components/letter-lines";

export const metadata = { title: "待办" };

const boxes = { todo: "待我处理", done: "我已处理", mine: "我发起的", copied: "抄送我的" } as const;
const nothing = {
  todo: "没有要您办的事",
  done: "还没有办过的事",
  mine: "还没有登记过事项",
  copied: "没有抄送给您的事",
} as const;

export default async function InboxPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.view");
  const query = await searchParams;
  const tab = InboxTab.parse(query["tab"]);
  const filter = CaseFilter.parse(query);
  const leader = await permitIf("schooling.approveLetter");
  const [list, counts, units, letters] = await Promise.all([
    listInbox(permit, tab, filter),
    countInbox(permit),
    handlingUnits(permit),
    leader ? lettersToDecide(leader) : [],
  ]);
  const isFiltered = Object.entries(filter).some(([name, value]) => name !== "after" && value);
  const mayRegister = await may("cases.open");

  return (
    <>
      <PageHead
        title="待办"
        sub={tab === "todo" ? "先办超期的，再办今天到期的" : undefined}
        actions={
          mayRegister && (
            <Button href="/cases/new" tone="primary">
              登记一件事
            </Button>
          )
        }
      />
      {tab === "todo" && <LetterLines lines={letters} />}
      <ImportLines lines={await importsFor(permit)} />
      <Tabs
        label="待办"
        items={(Object.keys(boxes) as InboxTab[]).map((box) => ({
          href: `/inbox?tab=${box}`,
          label: boxes[box],
          count: counts[box] >= 1000 ? "999+" : counts[box],
          current: box === tab,
        }))}
      />
      <CaseFilters action="/inbox" filter={filter} units={units} tab={tab} />
      <CaseTable
        caption={boxes[tab]}
        rows={list.rows}
        withActions
        empty={
          isFiltered ? (
            <Empty
              picture="search"
              title="没有符合条件的事项"
              action={<Button href={`/inbox?tab=${tab}`}>清空筛选</Button>}
            />
          ) : (
            <Empty
              title={tab === "todo" && letters.length > 0 ? "没有别的要您办的事" : nothing[tab]}
              action={mayRegister && <Button href="/cases/new">登记一件事</Button>}
            />
          )
        }
        footer={
          <Pager
            total={`共 ${list.total} 件${tab === "todo" ? "，按期限排序" : "，新的在前"}`}
            previousLabel="回到第一页"
            previousHref={list.hasBefore ? caseListHref("/inbox", { ...filter, after: undefined }, tab) : null}
            nextHref={list.next && caseListHref("/inbox", { ...filter, after: list.next }, tab)}
          />
        }
      />
    </>
  );
}
