import { Fragment } from "react";
import { Stack } from "@/components/ui/card";
import { DateField, FieldGroup, HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton, type FormAction } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { DraftProposal } from "@/lib/reception/days/draft/queries";

const lengths = [10, 15, 20, 30].map((minutes) => ({ value: String(minutes), label: `${minutes} 分钟` }));

type Props = { action: FormAction; proposal: DraftProposal; dayId?: string; version?: number };

/** Date, place, times and the leaders in duty order. Publishing comes after a look at the whole. */
export function DraftForm({ action, proposal, dayId, version }: Props) {
  const leaders = proposal.leaders.map(({ leaderId, name, post, servedWords }) => ({
    value: leaderId,
    label: `${post} ${name}（${servedWords}）`,
  }));
  return (
    <Stack>
      {proposal.isProvisional && (
        <Notice tone="warn" title="日期是暂定的">
          这一年的放假安排还没有录入。可以先存草稿，录入以后才能发布。
        </Notice>
      )}
      <Form action={action} look="grid" values={proposal.values}>
        <HiddenField name="month" value={proposal.month} />
        {dayId && <HiddenField name="dayId" value={dayId} />}
        {version !== undefined && <HiddenField name="version" value={String(version)} />}
        <DateField name="actualOn" label="日期" hint={proposal.dateWords} />
        <TextField name="dateReason" label="不用规则日期的原因" hint="改了日期才填，职工看得到" optional />
        <TextField name="place" label="地点" />
        <SelectField name="slotMinutes" label="每个时段多长" options={lengths} />
        <DateField name="fromTime" label="从" type="time" />
        <DateField name="toTime" label="到" type="time" />
        {proposal.rows.map((row) => (
          <Fragment key={row}>
            <FieldGroup title={`第${row + 1}位接待领导`} hint={row === 0 ? "按轮值顺序推荐，可以改" : "不需要就空着"}>
              <SelectField
                name={`hosts[${row}].leaderId`}
                {...given(proposal.hosts[row]?.leaderId)}
                label="领导"
                options={leaders}
                blank="不安排"
                optional={row > 0}
              />
              <TextField
                name={`hosts[${row}].room`}
                label="接待室"
                width="short"
                {...given(proposal.hosts[row]?.room)}
              />
              <TextField
                {...given(proposal.hosts[row]?.field)}
                name={`hosts[${row}].field`}
                label="分管"
                hint="海报上写明，例如：人事、后勤"
                optional
              />
            </FieldGroup>
          </Fragment>
        ))}
        <SelectField
          name="recorderId"
          label="记录员"
          options={proposal.recorders.map(({ id, name }) => ({ value: id, label: name }))}
          blank="未定"
          optional
        />
        <FormActions>
          <SubmitButton>保存草稿</SubmitButton>
          <TextLink href={dayId ? `/reception/${dayId}` : "/reception"}>不存了，返回</TextLink>
        </FormActions>
      </Form>
    </Stack>
  );
}

function given(value: string | undefined): { defaultValue?: string } {
  return value === undefined ? {} : { defaultValue: value };
}
