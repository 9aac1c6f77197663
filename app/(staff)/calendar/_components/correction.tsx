import { Card } from "@/components/ui/card";
import { HiddenField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { correctDayAction } from "@/lib/calendar/actions";
import type { DayView } from "@/lib/calendar/queries";
import { kinds } from "@/lib/calendar/words";

/** What the day shall be instead. Dates that are already published stay; whoever is concerned gets a list. */
export function Correction({ view }: { view: DayView }) {
  return (
    <Card title="改这一天" tone="next">
      <Form action={correctDayAction}>
        <HiddenField name="date" value={view.date} />
        <HiddenField name="seenId" value={view.seenId} />
        <RadioField
          name="kind"
          label="改成"
          look="row"
          defaultValue={view.works ? "WORK" : "OFF"}
          options={[
            { value: "OFF", label: kinds.OFF },
            { value: "WORK", label: kinds.WORK },
          ]}
        />
        <TextField
          name="name"
          label="名称"
          hint="例如 国庆节、国庆节调休上班；改回平常的日子写 正常上班、正常休息"
          defaultValue={view.entry?.name ?? ""}
          maxLength={20}
        />
        <TextArea name="reason" label="依据或原因" hint="例如 国办通知、市政府临时通知" rows={2} maxLength={200} />
        <p className="text-note text-ink-3">
          已经发布的接待日和正在计算的期限不会自己变，会列给接待办和各项目干事核对。
        </p>
        <FormActions>
          <SubmitButton>保存改动</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
