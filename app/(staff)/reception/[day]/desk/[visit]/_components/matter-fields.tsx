import { FieldGroup, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import { complexityWords, confidentialityWords, outcomeWords } from "@/lib/cases/words";
import type { EarlierMatter } from "@/lib/reception/matters/queries";
import { categories, modeWords } from "@/lib/reception/matters/words";

type Props = { units: { id: string; name: string }[]; earlier: EarlierMatter[] };

/** The fields of a matter, in the order in which it is said and decided; the same in the talk and from paper. */
export function MatterFields({ units, earlier }: Props) {
  const unitOptions = units.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <RadioField name="category" label="哪方面的事" options={optionsOf(categories)} look="row" />
      <TextField name="title" label="是什么事" hint="一句话，例如：高温补贴八月份没有发" maxLength={60} />
      <TextArea name="content" label="反映的情况" hint="照来访人的话记，念给他听一遍" rows={4} maxLength={2000} />
      <TextField name="demand" label="想怎么解决" optional />
      {earlier.length > 0 && (
        <SelectField
          name="earlierCaseId"
          label="是不是以前说过的事"
          options={earlier.map(({ caseId, number, title }) => ({ value: caseId, label: `${number} ${title}` }))}
          blank="不是，是新的事"
          optional
        />
      )}
      <TextArea name="instruction" label="领导批示意见" rows={2} maxLength={500} optional />
      <RadioField name="mode" label="怎么办" options={optionsOf(modeWords)} look="row" />
      <FieldGroup title="交办" hint="选「交办」时填">
        <SelectField name="handlerUnitId" label="交给哪个单位" options={unitOptions} optional />
        <RadioField
          name="complexity"
          label="难易"
          options={optionsOf(complexityWords)}
          defaultValue="ORDINARY"
          look="row"
          hint="决定几个工作日内答复"
        />
      </FieldGroup>
      <FieldGroup title="答复" hint="选「当场答复」或「告知途径」时填，来访人看得到">
        <TextArea name="answer" label="怎么答复的" rows={2} maxLength={1000} optional />
        <RadioField name="outcome" label="结果" options={optionsOf(outcomeWords)} look="row" optional />
      </FieldGroup>
      <FieldGroup title="投诉" hint="选「管理作风投诉」时填。只转纪检监察室，被投诉人的单位看不到">
        <TextField name="accusedStaffNo" label="被投诉人的工号" width="short" optional />
        <SelectField name="accusedUnitId" label="不知道工号就选他的单位" options={unitOptions} optional />
      </FieldGroup>
      <RadioField
        name="confidentiality"
        label="保密"
        options={optionsOf(confidentialityWords)}
        defaultValue="ORDINARY"
        look="row"
      />
    </>
  );
}
