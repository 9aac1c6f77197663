import { Card } from "@/components/ui/card";
import { DateField, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { saveGroupAction } from "@/lib/hardship/visits/groups/actions";
import type { GroupChoices, GroupLine } from "@/lib/hardship/visits/groups/queries";

type GroupFormProps = {
  campaignId: string;
  choices: GroupChoices;
  today: string;
  finishBy: string;
  group?: GroupLine;
};

/** 编一个组, or change the one that is shown. */
export function GroupForm({ campaignId, choices, today, finishBy, group }: GroupFormProps) {
  const [leader, officer, liaison] = group?.memberIds ?? [];

  return (
    <Card title={group ? `改「${group.name}」` : "编一个新组"}>
      <Form action={saveGroupAction} key={group?.id ?? "new"} id="group">
        <HiddenField name="campaignId" value={campaignId} />
        {group && (
          <>
            <HiddenField name="groupId" value={group.id} />
            <HiddenField name="version" value={String(group.version)} />
          </>
        )}
        <TextField
          name="name"
          label="组名"
          hint="例如 第一组"
          defaultValue={group?.name}
          width="medium"
          maxLength={20}
        />
        <SelectField name="leaderId" label="带队领导" options={choices.leaders} defaultValue={leader} />
        <SelectField name="officerId" label="干事" options={choices.officers} defaultValue={officer} />
        <SelectField name="liaisonId" label="联络员" options={choices.liaisons} defaultValue={liaison} />
        <DateField
          name="plannedOn"
          label="计划哪天去"
          hint={`最晚 ${finishBy}`}
          defaultValue={group?.plannedOn}
          min={today}
          max={finishBy}
        />
        <TextArea name="route" label="路线" defaultValue={group?.route} rows={2} maxLength={300} optional />
        <FormActions>
          <SubmitButton tone={group ? "outline" : "primary"}>{group ? "改好了" : "编组"}</SubmitButton>
          {group && <TextLink href={`/hardship/visits/${campaignId}/groups`}>编另一个新组</TextLink>}
        </FormActions>
      </Form>
    </Card>
  );
}
