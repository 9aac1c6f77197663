import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterDate, FilterSelect } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { formatDay } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { visitCalendar } from "@/lib/dormitories/visits/calendar/queries";
import { listVisits, visitSites, type VisitLine } from "@/lib/dormitories/visits/queries";
import { CalendarFilter, VisitFilter } from "@/lib/dormitories/visits/schema";
import { visitWords } from "@/lib/dormitories/visits/words";
import { DormitoryTabs } from "../_components/tabs";
import { NightTable } from "./_components/night-table";

export const metadata = { title: "探亲房" };

const page = "/dormitories/visits";
const tabWords = { coming: "要来的", staying: "住着的", ended: "以前的" } as const;

export default async function VisitsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.living");
  const given = await searchParams;
  const filter = VisitFilter.parse(given);
  const { from = permit.today } = CalendarFilter.parse(given);
  const [list, sites, calendar, mayBook] = await Promise.all([
    listVisits(permit, filter),
    visitSites(permit),
    visitCalendar(permit, { site: filter.site, from }),
    may("dormitories.visit"),
  ]);
  const kept = { tab: filter.tab, site: filter.site, from: from === permit.today ? undefined : from };

  return (
    <>
      <PageHead
        title="探亲房"
        sub="按晚订，一间房一晚只给一家；来的当天办入住，走的当天办离开。"
        actions={
          mayBook && (
            <Button href={hrefWith(`${page}/new`, { site: filter.site })} tone="primary">
              代职工订房
            </Button>
          )
        }
      />
      <DormitoryTabs at={page} />
      <Filters action={page} clearHref={page} keep={{ tab: filter.tab }}>
        <FilterSelect name="site" label="宿舍" value={filter.site} options={sites} all="全部宿舍" />
        <FilterDate name="from" label="从哪天看起" value={from} />
      </Filters>
      <NightTable calendar={calendar} from={from} today={permit.today} filter={kept} mayBook={mayBook} />
      <Tabs
        label="预订"
        items={(Object.keys(tabWords) as (keyof typeof tabWords)[]).map((tab) => ({
          href: hrefWith(page, { ...kept, tab }),
          label: tabWords[tab],
          count: list.counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <DataTable
        caption="探亲房预订"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "职工",
            cell: (row) => (
              <RowLink href={`${page}/${row.id}`} sub={row.staffNo}>
                {row.name}
              </RowLink>
            ),
          },
          { label: "房间", cell: (row) => row.where },
          { label: "哪几晚", cell: (row) => <Nights row={row} /> },
          { label: "谁来", cell: (row) => `${row.relation}${row.relative}，${row.guests} 人` },
          { label: "派出所登记", nowrap: true, cell: policeWord },
          { label: "现在", nowrap: true, cell: (row) => <Tag tone={tones[row.state]}>{visitWords[row.state]}</Tag> },
        ]}
        empty={<Empty title="没有这样的预订" />}
        footer={
          <KeysetPager
            total={`共 ${list.counts[filter.tab]} 次，新订的在前`}
            list={list}
            firstHref={hrefWith(page, kept)}
            hrefOf={(after) => hrefWith(page, { ...kept, after: after })}
          />
        }
      />
    </>
  );
}

const tones = { BOOKED: "info", STAYING: "ok", LEFT: "neutral", NO_SHOW: "warn", CANCELLED: "neutral" } as const;

function Nights({ row }: { row: VisitLine }) {
  return (
    <>
      {`${formatDay(row.fromOn)} 到 ${formatDay(row.toOn)}`}
      <Sub>{`住 ${row.nights} 晚`}</Sub>
    </>
  );
}

function policeWord({ isPoliceNeeded, policeOn }: VisitLine): string {
  if (!isPoliceNeeded) return "不用";

  return policeOn ?? "要登记";
}
