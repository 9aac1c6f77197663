import { DateField, FieldGroup, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import { occupationWords, relationWords } from "@/lib/people/family/words";

/** The columns of the union's hardship form, the ordinary ones first. */
export function MemberFields({ personId, hasIdNo = false }: { personId: string; hasIdNo?: boolean }) {
  return (
    <>
      <HiddenField name="personId" value={personId} />
      <TextField name="name" label="姓名" width="medium" />
      <SelectField name="relation" label="与本人关系" options={optionsOf(relationWords)} />
      <TextField
        name="idNo"
        label="身份证号"
        hint={hasIdNo ? "已登记，不改就空着" : "填了就不用填出生日期"}
        width="medium"
        maxLength={30}
        optional
      />
      <DateField name="birthDate" label="出生日期" optional />
      <FieldGroup title="困难帮扶会用到">
        <SelectField name="occupation" label="身份" options={optionsOf(occupationWords)} optional />
        <TextField name="workplace" label="单位或学校" maxLength={60} optional />
        <TextField name="monthlyIncome" label="月收入" unit="元" keypad="decimal" width="short" optional />
        <TextField
          name="medicalInsurance"
          label="医保"
          hint="例如：职工医保、居民医保、没有"
          width="medium"
          maxLength={40}
          optional
        />
        <TextArea name="health" label="健康状况" rows={2} maxLength={100} optional />
      </FieldGroup>
    </>
  );
}
