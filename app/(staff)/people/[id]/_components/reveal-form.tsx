import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, Shown, SubmitButton } from "@/components/ui/form";
import { revealAction } from "@/lib/people/reveal/actions";
import { mayReveal } from "@/lib/people/reveal/rules";
import type { Reveal } from "@/lib/people/reveal/schema";
import { revealWords } from "@/lib/people/reveal/words";

/** Seconds after which a number that was shown hides again, where scripts run. */
const SHOWN_SECONDS = 30;

/** 查看完整信息: which item, and why. Works without JavaScript; the answer is part of the page that comes back. */
export function RevealForm({ id, programmes }: { id: string; programmes: readonly string[] }) {
  const fields = (Object.keys(revealWords) as Reveal["field"][]).filter((field) => mayReveal(field, programmes));

  return (
    <Form action={revealAction}>
      <HiddenField name="id" value={id} />
      <SelectField
        name="field"
        label="看哪一项"
        options={fields.map((value) => ({ value, label: revealWords[value] }))}
        defaultValue="idNo"
      />
      <TextField name="reason" label="为什么要看" hint="不少于5个字，本人可以看到" maxLength={200} />
      <Shown fields={[{ name: "shown", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={SHOWN_SECONDS} />
      <SubmitButton tone="outline">查看完整信息</SubmitButton>
    </Form>
  );
}
