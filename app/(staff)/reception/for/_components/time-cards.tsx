import type { ReactNode } from "react";
import { Card, Stack } from "@/components/ui/card";
import type { FreeTime } from "@/lib/reception/bookings/queries";

/** The free times under the leader with whom they are, in duty order; `children` draws one time. */
export function TimeCards({ times, children }: { times: FreeTime[]; children: (time: FreeTime) => ReactNode }) {
  const leaders = [...new Set(times.map(({ leaderName }) => leaderName))];
  return (
    <Stack>
      {leaders.map((leader) => {
        const own = times.filter(({ leaderName }) => leaderName === leader);
        return (
          <Card key={leader} title={`${own[0]?.leaderPost ?? ""} ${leader}`} aside={own[0]?.room}>
            <div className="flex flex-wrap gap-2">
              {own.map((time) => (
                <span key={time.slotId}>{children(time)}</span>
              ))}
            </div>
          </Card>
        );
      })}
    </Stack>
  );
}

/** A time on its button; what is kept for the green channel says so. */
export function timeWords({ time, isGreen, left }: FreeTime): string {
  return `${time}${isGreen ? " 绿色通道" : ""}${left > 1 ? `（还有 ${left} 个）` : ""}`;
}
