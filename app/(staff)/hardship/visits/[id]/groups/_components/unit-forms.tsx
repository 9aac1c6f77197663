import { Card } from "@/components/ui/card";
import { HiddenField, SelectField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { putUnitAction } from "@/lib/hardship/visits/groups/actions";
import type { GroupsView } from "@/lib/hardship/visits/groups/queries";

/** 按单位编组: all households of a unit that have no group yet, in one go. */
export function UnitForms({ view }: { view: GroupsView }) {
  if (view.units.length === 0 || view.groups.length === 0) return null;
  const groups = view.groups.map(({ id, name }) => ({ value: id, label: name }));
  const units = view.units.map(({ id, name, count }) => ({ value: id, label: `${name}（${count} 户）` }));

  return (
    <Card title="按单位编组" tone="next">
      <Form action={putUnitAction} id="put-unit">
        <HiddenField name="campaignId" value={view.campaign.id} />
        <SelectField name="unitId" label="还没编组的单位" options={units} />
        <SelectField name="groupId" label="编进哪一组" options={groups} />
        <SubmitButton>整个单位编进去</SubmitButton>
      </Form>
    </Card>
  );
}
