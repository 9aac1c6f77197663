import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";

type CourseEvent = { id: string; at: string; who: string; what: string; note?: string | null | undefined };

/** 经过: who did what when, with what was said; without notes for those who are not to read them. */
export function CourseCard({ events, withoutNotes }: { events: readonly CourseEvent[]; withoutNotes?: boolean }) {
  return (
    <Card title="经过">
      <Timeline
        items={events.map(({ id, at, who, what, note }) => ({
          id,
          at,
          who,
          title: what,
          body: withoutNotes ? undefined : note,
        }))}
      />
    </Card>
  );
}
