import { SelectField, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import type { OpenUnit } from "@/lib/people/units/queries";
import { unitOptions } from "@/lib/people/units/rules";
import { idTypeWords } from "@/lib/people/words";

/** Who it is and where: what somebody is compared with everybody on file by. */
export function IdentityFields({ units }: { units: OpenUnit[] }) {
  return (
    <>
      <TextField name="name" label="姓名" hint="和证件一致；少数民族姓名中间用“·”" width="medium" />
      <SelectField name="idType" label="证件类型" options={optionsOf(idTypeWords)} defaultValue="RESIDENT" />
      <TextField name="idNo" label="证件号码" hint="身份证填18位，最后一位可以是X" width="medium" maxLength={30} />
      <SelectField name="unitId" label="单位" options={unitOptions(units)} />
      <TextField name="mobile" label="手机号" type="tel" keypad="tel" width="medium" optional />
    </>
  );
}
