import { Card } from "@/components/ui/card";
import { HiddenField, SelectField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { finishVisitAction } from "@/lib/reception/matters/actions";
import type { VisitView } from "@/lib/reception/matters/queries";
import { noMatterReasons } from "@/lib/reception/matters/words";

const reasons = optionsOf(noMatterReasons);

/** No talk ends without a matter or a reason for none. */
export function FinishForm({ visit }: { visit: VisitView }) {
  return (
    <Card tone="next" title="谈完了">
      <Form action={finishVisitAction}>
        <HiddenField name="visitId" value={visit.id} />
        {visit.matters.length === 0 && <SelectField name="noMatterReason" label="没有事项，是因为" options={reasons} />}
        <SubmitButton tone="outline">谈完了</SubmitButton>
      </Form>
    </Card>
  );
}
