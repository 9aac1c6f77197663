import {
  CheckboxField,
  DateField,
  FieldGroup,
  RadioField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import { questionsOf } from "@/lib/people/employment/rules";
import type { EmploymentState } from "@/lib/people/employment/queries";
import type { RecordableKind } from "@/lib/people/employment/schema";
import { leaveWords, offPostWords, retireKindWords } from "@/lib/people/employment/words";
import { unitOptions } from "@/lib/people/units/rules";
import { employmentWords, postWords, rankWords } from "@/lib/people/words";
import type { CivilDate } from "@/lib/dates";

/** What the form starts with: post and contract as they are. */
export function eventValues({ postType, postTitle, rankLevel, isLeader, employmentType, agencyName }: EmploymentState) {
  return { postType, postTitle: postTitle ?? "", rankLevel, isLeader, employmentType, agencyName: agencyName ?? "" };
}

/** The questions of one kind of dated change; the day first, the remark last. */
export function EventFields({
  kind,
  person,
  today,
}: {
  kind: RecordableKind;
  person: EmploymentState;
  today: CivilDate;
}) {
  const asked: readonly string[] = questionsOf[kind];

  return (
    <>
      <DateField name="happenedOn" label="从哪一天起" max={today} defaultValue={today} />
      {asked.includes("unit") && <SelectField name="toUnitId" label="到哪个单位" options={unitOptions(person.units)} />}
      {asked.includes("post") && <PostFields />}
      {asked.includes("contract") && <ContractFields isRetired={person.status === "RETIRED"} />}
      {asked.includes("offPost") && (
        <RadioField name="offPostReason" label="离岗原因" options={optionsOf(offPostWords)} look="row" />
      )}
      {asked.includes("leave") && (
        <RadioField name="leaveReason" label="离职原因" options={optionsOf(leaveWords)} look="row" />
      )}
      {asked.includes("retire") && (
        <RadioField
          name="retireKind"
          label="离休、退休或退职"
          options={optionsOf(retireKindWords)}
          defaultValue="RETIRED"
          look="row"
        />
      )}
      <TextArea name="detail" label="说明" rows={2} maxLength={200} optional />
    </>
  );
}

export function PostFields() {
  return (
    <FieldGroup title="岗位">
      <SelectField name="postType" label="岗位" options={optionsOf(postWords)} />
      <TextField name="postTitle" label="职务" hint="例如：副所长" width="medium" maxLength={40} optional />
      <SelectField name="rankLevel" label="职级" options={optionsOf(rankWords)} defaultValue="NONE" optional />
      <CheckboxField name="isLeader" label="领导干部" hint="副科及以上、在管理或机关岗位；段组长、班组长不算" />
    </FieldGroup>
  );
}

export function ContractFields({ isRetired = false }: { isRetired?: boolean }) {
  const words = isRetired ? { SERVICE_AGREEMENT: employmentWords.SERVICE_AGREEMENT } : employmentWords;

  return (
    <FieldGroup title="用工">
      <SelectField name="employmentType" label="用工形式" options={optionsOf(words)} />
      <TextField name="agencyName" label="派遣单位" hint="只有劳务派遣填写" maxLength={60} optional />
      <DateField name="contractStart" label="合同开始" optional />
      <DateField name="contractEnd" label="合同结束" hint="不填表示无固定期限" optional />
    </FieldGroup>
  );
}
