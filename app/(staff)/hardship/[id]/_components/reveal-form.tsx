import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Shown, SubmitButton } from "@/components/ui/form";
import { revealFileAction } from "@/lib/hardship/reveal/actions";

const fields = [
  { value: "story", label: "职工自己说的情况" },
  { value: "health", label: "健康状况、病情" },
  { value: "observed", label: "入户看到的情况" },
];

/** 查看敏感内容: which item, and why; hidden again after half a minute where scripts run. */
export function RevealForm({ fileId }: { fileId: string }) {
  return (
    <FoldedForm summary="查看敏感内容" action={revealFileAction} id="reveal">
      <HiddenField name="fileId" value={fileId} />
      <SelectField name="field" label="看哪一项" options={fields} defaultValue="story" />
      <TextField name="reason" label="为什么要看" hint="不少于4个字，本人可以看到" maxLength={200} />
      <Shown fields={[{ name: "shown", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={30} />
      <SubmitButton tone="outline">查看</SubmitButton>
    </FoldedForm>
  );
}
