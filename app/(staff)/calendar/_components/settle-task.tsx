import { Disclosure } from "@/components/ui/disclosure";
import { HiddenField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { settleTaskAction } from "@/lib/calendar/tasks/actions";

/** One line saying what was done about a touched date. */
export function SettleTask({ id, summary }: { id: string; summary: string }) {
  return (
    <Disclosure summary="核对" look="button">
      <Form action={settleTaskAction}>
        <HiddenField name="id" value={id} />
        <TextField name="note" label="怎么处理的" hint="例如 日期不变；已改期；已延期" maxLength={200} />
        <FormActions>
          <SubmitButton small label={`核对完：${summary}`}>
            核对完
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
