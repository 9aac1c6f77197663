import { DateField, HiddenField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { relationWords } from "@/lib/reception/bookings/words";
import { noMatterReasons } from "@/lib/reception/matters/words";
import { keyInTalkAction, keyInVisitAction } from "@/lib/reception/paper/actions";
import type { PaperView } from "@/lib/reception/paper/queries";
import { MatterFields } from "../../desk/[visit]/_components/matter-fields";

const relations = optionsOf(relationWords);
const reasons = optionsOf(noMatterReasons);

type Row = {
  dayId: string;
  bookingId: string | undefined;
  personId: string | undefined;
  hosts: PaperView["hosts"];
};

export function PaperVisitForm({
  row,
  units,
  isStranger,
}: {
  row: Row;
  units: { id: string; name: string }[];
  isStranger: boolean;
}) {
  return (
    <Form action={keyInVisitAction}>
      <VisitFields row={row} isStranger={isStranger} />
      <MatterFields units={units} earlier={[]} />
      <FormActions>
        <SubmitButton>录入这一行</SubmitButton>
        <TextLink href={`/reception/${row.dayId}/paper`}>换个人</TextLink>
      </FormActions>
    </Form>
  );
}

export function PaperTalkForm({ row, isStranger }: { row: Row; isStranger: boolean }) {
  return (
    <FoldedForm summary="没有事项，只记来过" action={keyInTalkAction}>
      <VisitFields row={row} isStranger={isStranger} />
      <SelectField name="noMatterReason" label="没有事项，是因为" options={reasons} />
      <SubmitButton tone="outline">只记来过</SubmitButton>
    </FoldedForm>
  );
}

function VisitFields({ row, isStranger }: { row: Row; isStranger: boolean }) {
  const hosts = row.hosts.map(({ leaderId, name, post }) => ({ value: leaderId, label: `${post} ${name}` }));
  return (
    <>
      <RequestKey />
      <HiddenField name="dayId" value={row.dayId} />
      {row.bookingId && <HiddenField name="bookingId" value={row.bookingId} />}
      {row.personId && <HiddenField name="personId" value={row.personId} />}
      <SelectField name="leaderId" label="接待领导" options={hosts} />
      <DateField name="startedAt" label="开始时间" type="time" />
      <DateField name="endedAt" label="结束时间" type="time" />
      {!row.bookingId && (
        <RadioField
          name="relation"
          label="是谁来"
          options={relations}
          look="row"
          defaultValue={isStranger ? "FAMILY" : "SELF"}
        />
      )}
      <TextField
        name="visitorName"
        label="来访人姓名"
        hint={isStranger ? undefined : "家属、遗属来才填"}
        optional={!isStranger}
      />
      <TextField name="phone" label="联系电话" keypad="tel" optional />
    </>
  );
}
