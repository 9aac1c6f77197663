import { HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { openCaseAction } from "@/lib/cases/actions";
import type { HandlingUnit, SimilarCase } from "@/lib/cases/registration/queries";
import { complexityWords, confidentialityWords } from "@/lib/cases/words";
import type { PickedPerson } from "@/lib/people/queries";
import { programmes } from "@/lib/programmes";

const subjects = Object.entries(programmes).flatMap(([name, { short, topics }]) =>
  topics.map((topic) => ({ value: `${name}|${topic}`, label: `${short} · ${topic}` })),
);
const sources = [
  { value: "DESK", label: "本人到窗口" },
  { value: "PHONE", label: "打电话来" },
  { value: "VISIT", label: "走访时说的" },
];

/** One screen, in the order in which one writes it down; 登记 is the last thing Tab reaches. */
export function RegisterForm({
  person,
  similar,
  units,
  isLiaison,
}: {
  person: PickedPerson;
  similar: SimilarCase[];
  units: HandlingUnit[];
  isLiaison: boolean;
}) {
  return (
    <>
      <IdentityBar
        name={person.name}
        items={[
          person.unit,
          [`工号 ${person.staffNo}`, person.age === null ? null : `${person.age} 岁`].filter(Boolean).join(" · "),
          person.flags.isGreen && (
            <Tag key="green" tone="warn">
              绿色通道
            </Tag>
          ),
        ].filter(Boolean)}
        action={<TextLink href="/cases/new">换个人</TextLink>}
      />
      {similar.length > 0 && (
        <Notice tone="warn" title="这位职工已有没办完的事，先看看是不是同一件">
          {similar.map(({ id, number, title }) => (
            <p key={id}>
              <TextLink href={`/cases/${id}`}>{`${number} ${title}`}</TextLink>
            </p>
          ))}
        </Notice>
      )}
      <Form action={openCaseAction} look="grid">
        <RequestKey />
        <HiddenField name="personId" value={person.id} />
        <SelectField name="subject" label="哪方面的事" options={subjects} />
        {isLiaison ? (
          <HiddenField name="source" value="LIAISON" />
        ) : (
          <RadioField name="source" label="怎么知道的" options={sources} defaultValue="DESK" look="row" />
        )}
        <TextField
          name="title"
          label="是什么事"
          hint="一句话，例如：高温补贴八月份没有发"
          width="full"
          maxLength={60}
        />
        <TextField name="demand" label="想怎么解决" hint="职工的要求" width="full" optional />
        <TextArea
          name="content"
          label="说的情况"
          hint="照职工的话记，时间、地点、人数写清楚"
          rows={5}
          maxLength={2000}
        />
        {!isLiaison && (
          <>
            <SelectField
              name="handlerUnitId"
              label="交给谁办"
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
              blank="先不交办，由项目专员受理"
              optional
            />
            <RadioField
              name="complexity"
              label="难易"
              options={optionsOf(complexityWords)}
              defaultValue="ORDINARY"
              look="row"
              hint="决定几个工作日内答复"
            />
            <RadioField
              name="confidentiality"
              label="保密"
              options={optionsOf(confidentialityWords)}
              defaultValue="ORDINARY"
              look="row"
            />
          </>
        )}
        <FormActions>
          <SubmitButton>登记</SubmitButton>
          <TextLink href="/inbox">不登记了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
