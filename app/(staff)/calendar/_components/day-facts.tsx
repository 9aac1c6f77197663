import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Tag } from "@/components/ui/tag";
import type { DayView } from "@/lib/calendar/queries";
import { ordinaryDay } from "@/lib/calendar/rules";
import { kinds, sources, statuses } from "@/lib/calendar/words";

/** What one day is today, by whose word, and how certain that is. */
export function DayFacts({ view: { date, works, entry, isOfficialYear } }: { view: DayView }) {
  const rest = entry ? kinds.OFF : "休息";
  return (
    <Card title="现在的安排">
      <Facts
        items={[
          { label: "这一天", value: <Tag tone={works ? "neutral" : "late"}>{works ? kinds.WORK : rest}</Tag> },
          { label: "名称", value: entry?.name ?? ordinaryDay(date).name },
          { label: "来源", value: entry ? sources[entry.source] : "平常的一周" },
          { label: "状态", value: statuses[isOfficialYear ? "OFFICIAL" : "PROVISIONAL"] },
        ]}
      />
    </Card>
  );
}
