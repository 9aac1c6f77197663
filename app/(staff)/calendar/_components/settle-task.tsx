import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { FormActions, SubmitButton } from "@/components/ui/form";
import { settleTaskAction } from "@/lib/calendar/tasks/actions";

/** One line saying what was done about a touched date. */
export function SettleTask({ id, summary }: { id: string; summary: string }) {
  return (
    <FoldedForm summary="核对" look="button" action={settleTaskAction}>
      <HiddenField name="id" value={id} />
      <TextField name="note" label="怎么处理的" hint="例如 日期不变；已改期；已延期" maxLength={200} />
      <FormActions>
        <SubmitButton small label={`核对完：${summary}`}>
          核对完
        </SubmitButton>
      </FormActions>
    </FoldedForm>
  );
}
