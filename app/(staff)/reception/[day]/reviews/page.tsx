import { Card } from "@/components/ui/card";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { freeForMoving } from "@/lib/reception/bookings/moving/queries";
import { viewDay } from "@/lib/reception/days/view/queries";
import { listReviews, type ReviewLine } from "@/lib/reception/reviews/queries";
import { idIn } from "../../query";
import { SettleForm } from "./_components/settle-form";

export const metadata = { title: "待处理预约" };

/** 待处理: every booking that a change touched is settled one by one, with how the person was told. */
export default async function ReviewsPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.settleReview");
  const day = await viewDay(permit, idIn((await params).day));
  const [reviews, times] = [await listReviews(permit, day.id), await freeForMoving(permit, day.id)];
  const open = reviews.filter(({ settled }) => settled === null).length;

  return (
    <>
      <PageHead
        title="待处理预约"
        sub={`还有 ${open} 个要处理。没有一个预约会悄悄取消`}
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: day.dateWords, href: `/reception/${day.id}` },
          { label: "待处理" },
        ]}
      />
      <Card>
        <DataTable<ReviewLine>
          caption="待处理预约"
          rows={reviews}
          rowId={({ id }) => id}
          columns={[
            {
              label: "姓名",
              cell: (row) => (
                <RowLink href={`/reception/bookings/${row.bookingId}`} sub={row.unit}>
                  {row.name}
                </RowLink>
              ),
            },
            { label: "电话", nowrap: true, cell: ({ phone }) => phone ?? "没有电话，找联络员" },
            {
              label: "时间",
              nowrap: true,
              cell: (row) => (
                <>
                  {row.when}
                  <Sub>{row.ticketNo}号</Sub>
                </>
              ),
            },
            { label: "原因", cell: ({ causeWord }) => causeWord },
            {
              label: "处理",
              cell: (row) => row.settled ?? <SettleForm row={row} times={times} />,
            },
          ]}
          empty={<Empty title="没有要处理的预约" />}
        />
      </Card>
    </>
  );
}
