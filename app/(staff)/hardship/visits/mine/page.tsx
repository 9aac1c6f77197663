import { Card, Stack } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { authorise, may, permitIf } from "@/lib/auth/gate";
import { givingsToConfirm } from "@/lib/hardship/visits/records/giving/queries";
import { myHouseholds } from "@/lib/hardship/visits/records/mine/queries";
import { MineFilter } from "@/lib/hardship/visits/records/mine/schema";
import { ConfirmCards } from "./_components/confirm-cards";
import { DoorCard } from "./_components/door-card";

export const metadata = { title: "我的走访" };

const address = "/hardship/visits/mine";

/** For a phone in a stranger's home: which door next, what is done, and what waits for my word. */
export default async function MyVisitsPage({ searchParams }: PageProps<"/hardship/visits/mine">) {
  const permit = await authorise("hardship.recordVisit");
  const filter = MineFilter.parse(await searchParams);
  const confirming = await permitIf("hardship.confirmGiving");
  const [list, givings, seesCampaigns] = await Promise.all([
    myHouseholds(permit, filter),
    confirming ? givingsToConfirm(confirming) : [],
    may("hardship.view"),
  ]);

  return (
    <>
      <PageHead
        title="我的走访"
        sub="住址、电话点开才显示"
        {...(seesCampaigns
          ? { crumbs: [{ label: "春节走访慰问", href: "/hardship/visits" }, { label: "我的走访" }] }
          : {})}
      />
      <ConfirmCards givings={givings} />
      <Tabs
        label="走访"
        items={[
          { href: address, label: "还没去", count: list.counts.todo, current: filter.tab === "todo" },
          { href: `${address}?tab=done`, label: "已签领", count: list.counts.done, current: filter.tab === "done" },
        ]}
      />
      <Stack>
        {list.rows.map((row) => (
          <DoorCard key={row.id} row={row} />
        ))}
        {list.rows.length === 0 && (
          <Card>
            <Empty title={filter.tab === "todo" ? "没有要走访的户" : "还没有签领的户"}>
              编好走访组、慰问进入走访以后，您那一组的户会排在这里。
            </Empty>
          </Card>
        )}
      </Stack>
      {list.rows.length > 0 && (
        <KeysetPager
          total="按计划日期排"
          list={list}
          firstHref={`${address}?tab=${filter.tab}`}
          hrefOf={(after) => `${address}?tab=${filter.tab}&after=${after}`}
        />
      )}
    </>
  );
}
