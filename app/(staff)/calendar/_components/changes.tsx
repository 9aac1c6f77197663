import { TextLink } from "@/components/ui/text-link";
import { Timeline } from "@/components/ui/timeline";
import type { ChangeLine } from "@/lib/calendar/queries";
import { formatDate, formatInstant } from "@/lib/dates";

/** Who changed which day, from what to what and why. `withDate` where the days differ. */
export function Changes({ changes, withDate }: { changes: ChangeLine[]; withDate?: boolean }) {
  if (changes.length === 0) return <p className="text-ink-2">没有改动过</p>;
  return (
    <Timeline
      items={changes.map((change) => ({
        id: change.id,
        at: formatInstant(change.at),
        iso: change.at.toISOString(),
        who: change.by,
        title: (
          <>
            {withDate && <TextLink href={`/calendar/days/${change.date}`}>{formatDate(change.date)}</TextLink>}{" "}
            {change.before ?? "平常的日子"} → {change.after}
          </>
        ),
        body: (
          <>
            {change.reason}
            {change.tasks > 0 && `（涉及${change.tasks}个接待日或期限，还有${change.openTasks}个没有核对）`}
          </>
        ),
      }))}
    />
  );
}
