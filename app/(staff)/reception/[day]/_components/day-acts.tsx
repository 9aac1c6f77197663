import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { HiddenField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import {
  cancelDayAction,
  dropDraftAction,
  endDayAction,
  fileDayAction,
  publishDayAction,
  startDayAction,
} from "@/lib/reception/days/actions";
import type { DayView } from "@/lib/reception/days/view/queries";

type Props = { day: DayView; isDesk: boolean; isLeader: boolean };

/** What may be done with the day as a whole, most likely first; each act says what it leads to. */
export function DayActs({ day, isDesk, isLeader }: Props) {
  const acts = isDesk ? <DeskActs day={day} /> : null;
  const cancelling = isLeader && day.state === "OPEN" ? <Cancelling day={day} /> : null;
  if (!acts && !cancelling) return null;
  if (day.state === "FILED" || day.state === "CANCELLED") return null;
  return (
    <Card tone="next" title="下一步">
      <Stack>
        {acts}
        {cancelling}
      </Stack>
    </Card>
  );
}

function DeskActs({ day }: { day: DayView }) {
  if (day.state === "DRAFT") return <DraftActs day={day} />;
  if (day.state === "OPEN") return <OpenActs day={day} />;
  if (day.state === "RUNNING") {
    return (
      <Form action={endDayAction}>
        <Which day={day} />
        <TextField name="note" label="结束说明" hint="没有人来会记成「零接待」" optional />
        <SubmitButton>结束接待</SubmitButton>
      </Form>
    );
  }
  if (day.state === "HELD") {
    return (
      <Form action={fileDayAction}>
        <Which day={day} />
        <p>每次接待都有了结果、待处理的都处理完，就可以归档。</p>
        <SubmitButton>归档</SubmitButton>
      </Form>
    );
  }
  return null;
}

function DraftActs({ day }: { day: DayView }) {
  return (
    <>
      <Form action={publishDayAction}>
        <Which day={day} />
        <p>发布以后，日期、时间、座位就定了，职工马上可以预约。</p>
        <TextField name="lateReason" label="为什么现在才发布" hint="离接待日太近时才要填" optional />
        <SubmitButton>发布</SubmitButton>
      </Form>
      <Button href={`/reception/${day.id}/edit`}>修改草稿</Button>
      <FoldedForm summary="不要这份草稿了" action={dropDraftAction}>
        <Which day={day} />
        <SubmitButton tone="danger">作废草稿</SubmitButton>
      </FoldedForm>
    </>
  );
}

function OpenActs({ day }: { day: DayView }) {
  return (
    <>
      <Form action={startDayAction}>
        <Which day={day} />
        <SubmitButton tone="outline">开始接待</SubmitButton>
      </Form>
      <Button href={`/reception/${day.id}/reschedule`}>改期、换领导、取消时段</Button>
    </>
  );
}

function Cancelling({ day }: { day: DayView }) {
  return (
    <FoldedForm summary="取消这次接待日" look="danger" action={cancelDayAction}>
      <Which day={day} />
      <TextArea name="reason" label="为什么取消" hint="职工看得到" rows={2} />
      <p>已经预约的 {day.figures.booked} 人会进入「待处理」，由接待办逐个通知。</p>
      <SubmitButton tone="danger">取消接待日</SubmitButton>
    </FoldedForm>
  );
}

function Which({ day }: { day: DayView }) {
  return (
    <>
      <HiddenField name="dayId" value={day.id} />
      <HiddenField name="version" value={String(day.version)} />
    </>
  );
}
