import { Button } from "@/components/ui/button";
import { Stack } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { HiddenField, TextArea } from "@/components/ui/field";
import { FilterDate, Filters } from "@/components/ui/filters";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { rescheduleDayAction } from "@/lib/reception/days/actions";
import type { ReschedulePreview } from "@/lib/reception/changes/queries";
import type { DayView } from "@/lib/reception/days/view/queries";

/** First the new date alone: what it would mean is shown before anything is confirmed. */
export function ChooseDate({ day }: { day: DayView }) {
  const here = `/reception/${day.id}/reschedule`;
  return (
    <Filters action={here} clearHref={here}>
      <FilterDate name="on" label="改到哪一天" value={day.actual} />
    </Filters>
  );
}

export function ConfirmDate({ day, preview }: { day: DayView; preview: ReschedulePreview }) {
  const back = (
    <Button href={`/reception/${day.id}/reschedule`} tone="link">
      换个日期
    </Button>
  );
  if (preview.refused) return <Notice tone="late" title={preview.refused} actions={back} />;
  return (
    <Stack>
      <DataTable
        caption="改期前后"
        rows={preview.rows}
        rowId={({ label }) => label}
        columns={[
          { label: "项目", cell: ({ label }) => label },
          { label: "现在", cell: ({ before }) => before },
          { label: "改期以后", cell: ({ after }) => <strong>{after}</strong> },
        ]}
      />
      <Form action={rescheduleDayAction}>
        <HiddenField name="dayId" value={day.id} />
        <HiddenField name="version" value={String(day.version)} />
        <HiddenField name="actualOn" value={preview.actualOn} />
        <TextArea name="reason" label="为什么改期" hint="职工看得到" rows={2} />
        <p>钟点和座位不变。已经预约的 {preview.affected} 人会进入「待处理」，由接待办逐个通知。</p>
        <FormActions>
          <SubmitButton>改到 {preview.dateWords}</SubmitButton>
          {back}
        </FormActions>
      </Form>
    </Stack>
  );
}
