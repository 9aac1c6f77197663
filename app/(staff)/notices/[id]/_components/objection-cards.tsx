import { Card, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import { checkObjectionAction, settleObjectionAction } from "@/lib/notices/objections/actions";
import type { NoticeView, ObjectionLine } from "@/lib/notices/view/queries";
import { channelWords, objectionOutcomeWords } from "@/lib/notices/words";

type Rights = { mayCheck: boolean; maySettle: boolean };

/** The objections with what was found out and what was decided; each step stands where it is due. */
export function ObjectionCards({
  notice,
  objections,
  ...rights
}: Rights & { notice: NoticeView; objections: readonly ObjectionLine[] }) {
  const open = objections.filter(({ outcome }) => outcome === null).length;

  return (
    <Card title="异议" aside={open > 0 ? <Tag tone="late">{open} 条待处理</Tag> : undefined}>
      {objections.length === 0 && (
        <p className="text-ink-2">{notice.state === "RUNNING" ? "到现在没有人提出异议。" : "没有收到异议。"}</p>
      )}
      <Stack>
        {objections.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} {...rights} />
        ))}
      </Stack>
    </Card>
  );
}

function ObjectionItem({ objection, mayCheck, maySettle }: Rights & { objection: ObjectionLine }) {
  const { outcome, findings } = objection;

  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <Facts
        items={[
          {
            label: "对谁",
            value: objection.entry,
            sub: `${channelWords[objection.channel]} · ${objection.at} · ${objection.objector ?? "没有留名字"}`,
          },
          { label: "内容", value: objection.content },
          findings ? { label: "核实", value: findings } : null,
          outcome ? { label: "结果", value: objectionOutcomeWords[outcome], sub: objection.reason } : null,
        ]}
      />
      {mayCheck && !findings && (
        <FoldedForm summary="登记核实结果" look="button" action={checkObjectionAction}>
          <HiddenField name="objectionId" value={objection.id} />
          <TextArea name="findings" label="怎么核实的，结果如何" rows={3} maxLength={500} />
          <SubmitButton>登记核实</SubmitButton>
        </FoldedForm>
      )}
      {maySettle && findings && !outcome && (
        <FoldedForm summary="维持还是撤销" look="button" action={settleObjectionAction} open>
          <HiddenField name="objectionId" value={objection.id} />
          <RadioField
            name="outcome"
            label="怎么定"
            look="row"
            options={[
              { value: "KEPT", label: "维持，照常发放" },
              { value: "STRUCK", label: "撤销，不再发放" },
            ]}
          />
          <TextField name="reason" label="理由" hint="不少于 5 个字" maxLength={200} />
          <SubmitButton>就这样定</SubmitButton>
        </FoldedForm>
      )}
      {!findings && !mayCheck && <p className="text-ink-2">等经办人核实。</p>}
      {findings && !outcome && !maySettle && <p className="text-ink-2">已核实，等局领导定。</p>}
    </div>
  );
}
