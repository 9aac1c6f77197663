import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { Filters, FilterDate } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { authorise, may } from "@/lib/auth/gate";
import { formatMonth, lastDayOf, monthOf } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { siteMonth } from "@/lib/dormitories/utilities/month/queries";
import { lastMonth } from "@/lib/dormitories/utilities/queries";
import { MonthQuery } from "@/lib/dormitories/utilities/schema";
import { BillCard } from "./_components/bill-card";
import { BillSide } from "./_components/bill-side";
import { MeterCard } from "./_components/meter-card";

export const metadata = { title: "抄表和结算" };

export default async function SiteUtilitiesPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const permit = await authorise("dormitories.living");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { month = lastMonth(permit) } = MonthQuery.parse(await searchParams);
  const [view, mayRead, maySettle, mayConfirm, mayExport] = await Promise.all([
    siteMonth(permit, { siteId: id.data, month }),
    may("dormitories.meter"),
    may("dormitories.settle"),
    may("dormitories.confirm"),
    may("dormitories.export"),
  ]);
  const current = view.bills.find(
    ({ state, isCounter }) => !isCounter && (state === "SETTLED" || state === "CONFIRMED"),
  );
  const last = lastDayOf(month) < permit.today ? lastDayOf(month) : permit.today;
  const address = `/dormitories/utilities/${view.site.id}`;

  return (
    <>
      <PageHead
        title={`${view.site.name} ${formatMonth(month)}`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: "水电费", href: hrefWith("/dormitories/utilities", { month }) },
          { label: view.site.name },
        ]}
        sub={`供暖期 ${view.season.from} 到 ${view.season.to}，${view.isHeated ? "这个月供暖，暖气表也要抄" : "这个月不供暖，暖气表不用抄"}。`}
      />
      <Filters action={address} clearHref={address}>
        <FilterDate name="month" label="月份" type="month" value={month} />
      </Filters>
      <Columns
        main={
          <>
            <Card title="抄表">
              <div className="grid gap-5">
                {view.meters.map((meter) => (
                  <MeterCard
                    key={meter.utility}
                    meter={meter}
                    siteId={view.site.id}
                    month={month}
                    readOn={last}
                    isHeated={view.isHeated}
                    mayRead={mayRead && !current && month <= monthOf(permit.today)}
                  />
                ))}
              </div>
            </Card>
            {view.bills.map((bill) => (
              <BillCard key={bill.id} bill={bill} month={month} />
            ))}
          </>
        }
        side={
          <BillSide
            siteId={view.site.id}
            month={month}
            isOver={month < monthOf(permit.today)}
            bills={view.bills}
            me={permit.actor.accountId}
            may={{ settle: maySettle, confirm: mayConfirm, post: mayRead, take: mayExport }}
          />
        }
      />
    </>
  );
}
