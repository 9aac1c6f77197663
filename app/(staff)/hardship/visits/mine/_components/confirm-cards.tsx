import { Card } from "@/components/ui/card";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { formatDay } from "@/lib/dates";
import { confirmGivingAction } from "@/lib/hardship/visits/records/giving/actions";
import type { GivingLine } from "@/lib/hardship/visits/records/giving/queries";
import { yuan } from "@/lib/money";

/** 等我确认的发放: cash goes through two pairs of hands, and each says so under the own account. */
export function ConfirmCards({ givings }: { givings: readonly GivingLine[] }) {
  if (givings.length === 0) return null;

  return (
    <Card title={`等我确认的发放（${givings.length}）`} tone="next">
      <ul className="grid gap-5">
        {givings.map((one) => (
          <li key={one.recordId} className="grid gap-2">
            <p>
              {formatDay(one.visitedOn)}，{one.unit}
              {one.name}家，¥{yuan(one.amountFen)}，由{one.receivedBy}
              {one.relation ? `（${one.relation}）` : ""}领取。{one.recordedBy}登记：您是一起发的。
            </p>
            <Form action={confirmGivingAction} id={`yes-${one.recordId}`}>
              <HiddenField name="recordId" value={one.recordId} />
              <HiddenField name="answer" value="yes" />
              <SubmitButton label={`是我和他一起发的：${one.name}家`}>是我和他一起发的</SubmitButton>
            </Form>
            <FoldedForm summary="不是我发的" action={confirmGivingAction} id={`no-${one.recordId}`}>
              <HiddenField name="recordId" value={one.recordId} />
              <HiddenField name="answer" value="no" />
              <TextField name="reason" label="是怎么回事" hint="不少于4个字，帮扶专员会核实" maxLength={200} />
              <SubmitButton tone="danger">不是我发的</SubmitButton>
            </FoldedForm>
          </li>
        ))}
      </ul>
    </Card>
  );
}
