import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { reverseSignOffAction } from "@/lib/cases/sign-offs/actions";

/** 冲正: a row that takes the wrong one back; nothing is edited. */
export function ReverseForm({ id, isSigned }: { id: string; isSigned: boolean }) {
  return (
    <FoldedForm summary="冲正这一条" look="danger" action={reverseSignOffAction}>
      <HiddenField name="signOffId" value={id} />
      <p>
        原来的记录不改，另记一条相反的，金额从累计里减掉。
        {isSigned ? "钱物要先收回来。" : "冲正以后就不能再签领了。"}
      </p>
      <TextField name="reason" label="冲正原因" hint="不少于 5 个字" maxLength={200} />
      <SubmitButton tone="danger">冲正</SubmitButton>
    </FoldedForm>
  );
}
