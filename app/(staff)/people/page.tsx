import type { Metadata } from "next";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { exportHref } from "@/lib/exports/rules";
import { listPeople } from "@/lib/people/roster/queries";
import { countWords, rosterHref, tabCount } from "@/lib/people/roster/rules";
import { RosterFilter } from "@/lib/people/roster/schema";
import { rosterListWords, rosterTabWords } from "@/lib/people/roster/words";
import { typedIdNo } from "@/lib/people/search/rules";
import { IdSearch } from "./_components/id-search";
import { RosterFilters } from "./_components/roster-filters";
import { RosterTable } from "./_components/roster-table";
import { UnitTree } from "./_components/unit-tree";

export const metadata: Metadata = { title: "职工" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const permit = await authorise("people.view");
  const asked = RosterFilter.parse(await searchParams);
  const isIdNo = asked.q !== undefined && typedIdNo(asked.q) !== undefined;
  const filter = isIdNo ? { ...asked, q: undefined } : asked;
  const roster = await listPeople(permit, filter);
  const tabs = Object.entries(rosterTabWords) as [RosterFilter["tab"], string][];

  return (
    <>
      <PageHead
        title="职工"
        sub={
          <>
            常用名单：
            <TextLink href={rosterHref({ tab: "working", list: "retiring" })}>{rosterListWords.retiring}</TextLink>
            {" · "}
            <TextLink href={rosterHref({ tab: "working", list: "permits" })}>{rosterListWords.permits}</TextLink>
          </>
        }
        actions={await rosterActions(filter)}
      />
      <Tabs
        label="名册"
        items={tabs.map(([tab, label]) => ({
          label,
          href: rosterHref(filter, { tab }),
          count: countWords(tabCount(roster.tally, tab)),
          current: tab === filter.tab,
        }))}
      />
      {isIdNo && (
        <Notice tone="warn" title="身份证号不放在网址里查">
          {(await may("people.reveal")) ? "请在下面“按身份证号查找”里填写。" : "请用姓名、拼音或工号查找。"}
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-5 desk:grid-cols-[10.5rem_minmax(0,1fr)] print:block">
        <UnitTree units={roster.units} filter={filter} />
        <div className="min-w-0">
          <RosterFilters filter={filter} units={roster.units} />
          {(await may("people.reveal")) && <IdSearch open={isIdNo} />}
          <RosterTable roster={roster} filter={filter} today={permit.today} />
        </div>
      </div>
    </>
  );
}

async function rosterActions(filter: RosterFilter) {
  if (await may("people.create")) {
    return (
      <>
        <Button href="/people/import">从Excel导入</Button>
        <Button href={exportHref("people", filter)}>导出</Button>
        <Button href="/people/new" tone="primary">
          新建职工
        </Button>
      </>
    );
  }

  return (await may("people.propose")) ? <Button href="/people/proposals/new">申报新增人员</Button> : undefined;
}
