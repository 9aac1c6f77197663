import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { DateField, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { formatDate, type CivilDate } from "@/lib/dates";
import { recordReasonAction, recordTalkAction } from "@/lib/insurance/gaps/actions";
import type { InsuredView } from "@/lib/insurance/view/queries";
import { nextSteps, reasonWords, resultWords } from "@/lib/insurance/words";

/** The right column of somebody with a gap: how long, why, who, what next; and the two records one can make. */
export function InsuredSide({ view, today, by }: { view: InsuredView; today: CivilDate; by: string }) {
  const { note, missing, person } = view;
  const running = view.changes.find(({ isRunning }) => isRunning);
  if (missing.length === 0)
    return (
      <Card title="参保缺口">
        <p className="text-ink-2">没有缺口。</p>
      </Card>
    );

  return (
    <Card title="参保缺口" tone={view.clock.state === "OVERDUE" ? "late" : "next"}>
      <div className="mb-3">
        <HireClockNotice view={view} />
      </div>
      {note && (
        <Facts
          items={[
            { label: "原因", value: reasonWords[note.reason] },
            {
              label: "下一步",
              value: running ? `增员表${running.stage}（${running.number}）` : nextSteps[note.reason],
            },
            { label: "责任人", value: note.owner },
            { label: "预计解决", value: note.expectedOn && formatDate(note.expectedOn) },
            note.note ? { label: "情况", value: note.note } : null,
          ]}
        />
      )}
      <div className="mt-3 grid gap-3">
        <FoldedForm
          summary={note ? "更新原因" : "登记原因"}
          look="button"
          open={!note}
          action={recordReasonAction}
          id="reason"
        >
          <HiddenField name="personId" value={person.id} />
          <HiddenField name="seen" value={String(note?.version ?? 0)} />
          <SelectField
            name="reason"
            label="为什么没有参保"
            options={optionsOf(reasonWords)}
            defaultValue={note?.reason}
          />
          <DateField name="expectedOn" label="预计哪天解决" min={today} />
          <TextArea name="note" label="情况" rows={2} maxLength={300} optional />
          <SubmitButton wide>保存，我负责</SubmitButton>
        </FoldedForm>
        <FoldedForm summary="记一次宣讲" look="button" action={recordTalkAction} id="talk">
          <HiddenField name="personId" value={person.id} />
          <DateField name="heldOn" label="哪天谈的" max={today} defaultValue={today} />
          <TextField name="byName" label="谁谈的" defaultValue={by} />
          <SelectField name="result" label="结果" options={optionsOf(resultWords)} />
          <TextArea name="note" label="谈了什么" rows={2} maxLength={300} />
          <SubmitButton wide>记下来</SubmitButton>
        </FoldedForm>
      </div>
    </Card>
  );
}

function HireClockNotice({ view: { clock, registerDays } }: { view: InsuredView }) {
  if (clock.state === "NEW")
    return <Notice tone="info">{`入职第 ${clock.day} 天，满 ${registerDays} 天前要办好。`}</Notice>;
  if (clock.state === "TODAY") return <Notice tone="warn">入职满 30 天，今日到期。</Notice>;

  return <Notice tone="late">{`入职第 ${clock.day} 天，超过法定 ${registerDays} 天，是违规缺口。`}</Notice>;
}
