import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { FreeTimes } from "@/lib/reception/bookings/queries";

/** Somebody who is booked on the day already: the own booking can be opened, of any other only the time is said. */
export function Standing({ free }: { free: FreeTimes | null }) {
  const existing = free?.existing;
  if (!free || !existing) {
    return <Empty title="没有找到这位职工，或者现在不能约" action={<Button href="/reception/for">重新找人</Button>} />;
  }
  return (
    <Empty
      title={`${free.person.name}已经约了 ${existing.dateWords} ${existing.time}`}
      action={
        existing.isMine ? (
          <Button href={`/reception/for/${existing.id}`}>看这个预约</Button>
        ) : (
          <Button href="/reception/unit">看本单位预约</Button>
        )
      }
    >
      {!existing.isMine && "要改时间，请本人在手机上改，或者打电话给接待办。"}
    </Empty>
  );
}
