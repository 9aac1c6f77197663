import { Card, Stack } from "@/components/ui/card";
import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { changeUnitAction, closeUnitAction, mergeUnitAction, moveUnitAction } from "@/lib/people/units/actions";
import type { KeptUnit } from "@/lib/people/units/queries";
import { parentOptions, subtreeOf } from "@/lib/people/units/rules";
import { Particulars } from "../../_components/fields";

/** What the 系统管理员 can do with a unit: particulars, another superior, merge, close. */
export function ChangeForms({ unit, units }: { unit: KeptUnit; units: KeptUnit[] }) {
  const open = units.filter(({ validTo }) => !validTo);
  const below = subtreeOf(open, unit.id);
  const elsewhere = parentOptions(open).filter(({ value }) => !below.includes(value));
  const target = (
    <>
      <HiddenField name="id" value={unit.id} />
      <HiddenField name="version" value={String(unit.version)} />
    </>
  );
  const values = {
    name: unit.name,
    sortNo: String(unit.sortNo),
    head: unit.head ?? "",
    phone: unit.phone ?? "",
    address: unit.address ?? "",
    unionGroup: unit.unionGroup ?? "",
  };

  return (
    <Card title="更改">
      <Stack>
        <FoldedForm summary="名称、顺序、负责人" look="button" action={changeUnitAction} values={values}>
          {target}
          <TextField name="name" label="名称" width="medium" maxLength={40} />
          <TextField name="sortNo" label="同级里的顺序" hint="数字小的在前" keypad="numeric" width="short" />
          <Particulars />
          <SubmitButton>保存</SubmitButton>
        </FoldedForm>
        {unit.type !== "BUREAU" && (
          <>
            <FoldedForm summary="换上级单位" look="button" action={moveUnitAction}>
              {target}
              <SelectField name="parentId" label="新的上级" hint="下级单位和人员一起过去" options={elsewhere} />
              <SubmitButton>移动</SubmitButton>
            </FoldedForm>
            <FoldedForm summary="并入另一个单位" look="danger" action={mergeUnitAction}>
              {target}
              <SelectField
                name="intoId"
                label="并入哪个单位"
                hint="下级单位、人员和没办结的事项都转过去，本单位撤销；每个人留下一条单位调动记录"
                options={elsewhere}
              />
              <TextField name="reason" label="依据" hint="例如：局党委会议定一所、二所合并" maxLength={200} />
              <SubmitButton tone="danger">并入并撤销本单位</SubmitButton>
            </FoldedForm>
            <FoldedForm summary="撤销" look="danger" action={closeUnitAction}>
              {target}
              <TextField name="reason" label="依据" hint="还有人、下级单位或没办结的事项时不能撤销" maxLength={200} />
              <SubmitButton tone="danger">撤销本单位</SubmitButton>
            </FoldedForm>
          </>
        )}
      </Stack>
    </Card>
  );
}
