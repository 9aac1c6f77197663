import { Card, Columns, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatMonth } from "@/lib/dates";
import { viewDay } from "@/lib/reception/days/view/queries";
import { listLeavers } from "@/lib/reception/reviews/queries";
import { stateTones } from "../_components/year-table";
import { idIn } from "../query";
import { DayActs } from "./_components/day-acts";
import { DayHead } from "./_components/day-head";
import { SeatGrid } from "./_components/seat-grid";

export const metadata = { title: "接待日" };

/** One reception day: rota, seats, and what may be done with it now. */
export default async function DayPage({ params }: { params: Promise<{ day: string }> }) {
  const permit = await authorise("reception.view");
  const day = await viewDay(permit, idIn((await params).day));
  const isDesk = permit.reach.programmes.includes("reception");
  const leavers = isDesk ? await listLeavers(permit, day.id) : [];

  return (
    <>
      <PageHead
        title={`${formatMonth(day.month)}接待日 ${day.dateWords}`}
        sub={
          <>
            <Tag tone={stateTones[day.state]}>{day.stateWord}</Tag> {day.isProvisional && <Tag tone="warn">暂定</Tag>}{" "}
            {day.place}，{day.fromTime}–{day.toTime}
          </>
        }
        crumbs={[{ label: "职工接待日", href: "/reception" }, { label: day.dateWords }]}
        actions={<DayHead day={day} isDesk={isDesk} />}
      />
      {day.isOffNow && (
        <Notice tone="late" title="按现在的日历，这一天放假">
          发布以后日期不会自己变，请决定要不要改期。
        </Notice>
      )}
      {leavers.length > 0 && (
        <Notice tone="warn" title="有预约的人已经离职或去世，请联系">
          {leavers.map(({ bookingId, name }) => (
            <p key={bookingId}>
              <TextLink href={`/reception/bookings/${bookingId}`}>{name}</TextLink>
            </p>
          ))}
        </Notice>
      )}
      <Columns
        main={
          <Card
            title="时段和座位"
            aside={`已预约 ${day.figures.booked}，还空 ${day.figures.free}，共 ${day.figures.seats}`}
          >
            <SeatGrid day={day} isDesk={isDesk} />
          </Card>
        }
        side={
          <Stack>
            <DayActs day={day} isDesk={isDesk} isLeader={permit.reach.isLeader} />
            <Card title="接待安排">
              <Facts
                items={[
                  ...day.hosts
                    .filter(({ isReplaced }) => !isReplaced)
                    .map(({ name, post, field, room }) => ({ label: `${post} ${name}`, value: room, sub: field })),
                  ...day.instants.map(({ label, value }) => ({ label, value })),
                  day.shiftReason ? { label: "日期说明", value: day.shiftReason } : null,
                  day.cancelReason ? { label: "取消原因", value: day.cancelReason } : null,
                  day.closingNote ? { label: "结束说明", value: day.closingNote } : null,
                ]}
              />
            </Card>
          </Stack>
        }
      />
    </>
  );
}
