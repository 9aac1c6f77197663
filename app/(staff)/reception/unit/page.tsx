import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { authorise } from "@/lib/auth/gate";
import { unitBookings, type UnitBooking } from "@/lib/reception/unit/queries";
import { Cover } from "./_components/cover";

export const metadata = { title: "本单位预约" };

/** The liaison's page: who of the own units is away when, and whether the shift is covered. What about is nobody's business here. */
export default async function UnitBookingsPage() {
  const permit = await authorise("reception.cover");
  const found = await unitBookings(permit);
  if (!found) {
    return (
      <>
        <PageHead title="本单位预约" />
        <Empty title="下一次接待日还没有发布">每月第一个周五上午。发布以后，本单位谁几点去，这里看得到。</Empty>
      </>
    );
  }
  const { day, bookings } = found;
  const open = bookings.filter(({ isCovered, visit }) => !isCovered && visit === null).length;

  return (
    <>
      <PageHead
        title="本单位预约"
        sub={`${day.dateWords} ${day.fromTime}–${day.toTime}，${day.place}`}
        actions={
          day.isBookable && (
            <Button href="/reception/for" tone="primary">
              替职工预约
            </Button>
          )
        }
      />
      {day.whyNot && <Notice tone="warn">{day.whyNot}</Notice>}
      <DataTable<UnitBooking>
        caption={`${day.dateWords}本单位预约的职工`}
        rows={bookings}
        rowId={({ id }) => id}
        empty={
          <Empty
            title="本单位还没有人预约"
            action={day.isBookable && <Button href="/reception/for">替职工预约</Button>}
          >
            职工可以自己在手机上约，也可以由您代约。
          </Empty>
        }
        columns={[
          {
            label: "姓名",
            cell: ({ id, isOwn, name, unit }) =>
              isOwn ? (
                <RowLink href={`/reception/for/${id}`} sub={unit}>
                  {name}
                </RowLink>
              ) : (
                <>
                  {name}
                  <Sub>{unit}</Sub>
                </>
              ),
          },
          { label: "时间", nowrap: true, cell: ({ time }) => time },
          { label: "谁约的", cell: ({ isOwn }) => (isOwn ? "我代约的" : "本人或接待办") },
          { label: "顶岗", cell: (row) => <Cover booking={row} /> },
        ]}
        footer={
          <Pager
            total={
              open === 0 ? `共 ${bookings.length} 人，都有人顶岗` : `共 ${bookings.length} 人，${open} 人还没有安排顶岗`
            }
          />
        }
      />
    </>
  );
}
