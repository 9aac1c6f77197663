import { Button } from "@/components/ui/button";
import type { DayView } from "@/lib/reception/days/view/queries";

/** The ways from a day to its other pages. */
export function DayHead({ day, isDesk }: { day: DayView; isDesk: boolean }) {
  const isPlanned = day.state === "OPEN" || day.state === "RUNNING";
  const isReceived = day.state === "RUNNING" || day.state === "HELD";
  const base = `/reception/${day.id}`;
  return (
    <>
      {isDesk && isPlanned && (
        <Button href={`${base}/book`} tone={day.state === "OPEN" ? "primary" : "outline"}>
          替人预约
        </Button>
      )}
      {isDesk && isPlanned && (
        <Button href={`${base}/desk`} tone={day.state === "RUNNING" ? "primary" : "outline"}>
          当天接待
        </Button>
      )}
      {isDesk && isReceived && <Button href={`${base}/paper`}>补录纸面</Button>}
      {isDesk && day.state !== "DRAFT" && <Button href={`${base}/reviews`}>待处理</Button>}
      {isDesk && day.state !== "DRAFT" && (
        <Button href={`${base}/sheet`} icon="print">
          接待名单
        </Button>
      )}
      {day.state === "OPEN" && (
        <Button href={`${base}/poster`} icon="print">
          海报
        </Button>
      )}
      {(isReceived || day.state === "FILED") && <Button href={`${base}/ledger`}>台账</Button>}
    </>
  );
}
