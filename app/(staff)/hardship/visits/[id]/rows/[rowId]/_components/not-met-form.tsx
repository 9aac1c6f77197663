import { DateField, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import type { Permit } from "@/lib/auth/permit";
import { recordNotMetAction } from "@/lib/hardship/visits/records/actions";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";
import { notMetWords } from "@/lib/hardship/visits/records/words";
import { WhoWent } from "./who-went";

const reasons = optionsOf(notMetWords);

/** 没见到人: the household stays on the list and is gone to again, or the officer takes it off. */
export function NotMetForm({ row, permit }: { row: RowView; permit: Permit }) {
  return (
    <FoldedForm summary="没见到人" look="button" action={recordNotMetAction} id="not-met" steady>
      <RequestKey />
      <HiddenField name="campaignId" value={row.campaign.id} />
      <HiddenField name="rowId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <WhoWent row={row} permit={permit} isCash={false} />
      <RadioField name="notMetReason" label="为什么没见到" options={reasons} />
      <TextField name="note" label="补充一句" hint="例如 邻居说正月初十回来；不写病名" maxLength={200} optional />
      <DateField name="visitedOn" label="哪天去的" defaultValue={permit.today} max={permit.today} />
      <DateField
        name="plannedAgainOn"
        label="哪天再去"
        hint={`知道就填，最晚 ${row.campaign.finishBy}`}
        min={permit.today}
        max={row.campaign.finishBy}
        optional
      />
      <FormActions>
        <SubmitButton>记下来</SubmitButton>
      </FormActions>
    </FoldedForm>
  );
}
