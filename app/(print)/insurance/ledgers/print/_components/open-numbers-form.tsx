import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { openNumbersAction } from "@/lib/insurance/ledgers/numbers/actions";
import { NUMBERS_MINUTES } from "@/lib/insurance/ledgers/numbers/rules";

/** Above the paper and not on it: the copy for the insurance office has the numbers in full. */
export function OpenNumbersForm({ month, unit }: { month: string; unit: string | undefined }) {
  return (
    <div className="no-print mx-auto mb-4 max-w-md">
      <FoldedForm summary="交经办机构，要印完整的身份证号" look="button" action={openNumbersAction} id="numbers">
        <HiddenField name="month" value={month} />
        {unit && <HiddenField name="unit" value={unit} />}
        <TextField
          name="reason"
          label="做什么用"
          hint={`不少于4个字，留下记录；${NUMBERS_MINUTES}分钟内可以打印`}
          maxLength={200}
        />
        <SubmitButton tone="outline">显示完整号码</SubmitButton>
      </FoldedForm>
    </div>
  );
}
