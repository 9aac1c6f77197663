import { Button } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { startDayAction } from "@/lib/reception/days/actions";
import type { DeskView } from "@/lib/reception/queue/desk/queries";

/** Says why nothing can be done here yet, or any more, and what to do about it. */
export function DeskState({ desk: { day } }: { desk: DeskView }) {
  if (day.state === "OPEN") {
    return (
      <Notice
        tone="info"
        title="接待还没有开始"
        actions={
          <Form action={startDayAction} look="inline">
            <HiddenField name="dayId" value={day.id} />
            <HiddenField name="version" value={String(day.version)} />
            <SubmitButton>开始接待</SubmitButton>
          </Form>
        }
      >
        当天早上点「开始接待」，就可以签到、发号、叫号。
      </Notice>
    );
  }
  if (day.state === "RUNNING") return null;
  return (
    <Notice tone="neutral" title="接待已经结束" actions={<Button href={`/reception/${day.id}/paper`}>补录纸面</Button>}>
      漏记的可以补录。每次接待都要有结果，才能归档。
    </Notice>
  );
}
