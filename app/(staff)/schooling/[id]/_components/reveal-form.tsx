import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Shown, SubmitButton } from "@/components/ui/form";
import { revealChildAction } from "@/lib/schooling/reveal/actions";

/** 查看孩子的信息: with the reason, shown once and in no address. */
export function RevealForm({ caseId }: { caseId: string }) {
  return (
    <FoldedForm summary="查看孩子的信息" action={revealChildAction} id="reveal">
      <HiddenField name="caseId" value={caseId} />
      <TextField name="reason" label="为什么要看" hint="不少于4个字，家长可以看到" maxLength={200} />
      <Shown fields={[{ name: "shown", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={30} />
      <SubmitButton tone="outline">查看</SubmitButton>
    </FoldedForm>
  );
}
