import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { OpenDay } from "@/lib/reception/days/queries";
import type { DayLine } from "@/lib/reception/days/year/queries";

/** The coming day at a glance, with the ways to what is done most in these days. */
export function NextDay({ day, line, mayPlan }: { day: OpenDay; line: DayLine | null; mayPlan: boolean }) {
  const leaders = day.leaders.map(({ post, name, room }) => `${post} ${name}（${room}）`).join("、");
  return (
    <Card
      tone="next"
      title={`下一次：${day.dateWords} ${day.fromTime}–${day.toTime}${day.isProvisional ? "（暂定）" : ""}`}
      aside={
        <span className="flex flex-wrap gap-2">
          <Button href={`/reception/${day.id}`} size="small">
            看这一天
          </Button>
          {mayPlan && (
            <>
              <Button href={`/reception/${day.id}/book`} size="small" tone="primary">
                替人预约
              </Button>
              <Button href={`/reception/${day.id}/desk`} size="small">
                当天接待
              </Button>
            </>
          )}
        </span>
      }
    >
      <Facts
        columns={2}
        items={[
          { label: "地点", value: day.place },
          { label: "接待领导", value: leaders },
          { label: "手机预约", value: day.isBookable ? `正在预约，${day.closesSpoken}` : day.whyNot },
          line ? { label: "已预约", value: `${line.booked} 人，共 ${line.seats} 个时段` } : null,
          day.shiftReason ? { label: "为什么不是第一个周五", value: day.shiftReason } : null,
        ]}
      />
    </Card>
  );
}
