import { Card } from "@/components/ui/card";
import { DateField, HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, Shown, SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { grantAgainAction, planAgainAction, takeOffRowAction } from "@/lib/hardship/visits/records/plan/actions";
import { revealVisitAction } from "@/lib/hardship/visits/records/reveal/actions";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";

/** What the officer of hardship does with a household between the visits. */
export function RowActs({ row, mayOrganise, today }: { row: RowView; mayOrganise: boolean; today: string }) {
  const isOpen = row.campaign.stage === "VISITING" && (row.state === "planned" || row.state === "notMet");
  const ids = (
    <>
      <HiddenField name="rowId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
    </>
  );

  return (
    <>
      {row.need && (
        <Card title="家里提出的事">
          <TextLink href={`/cases/${row.need.id}`}>
            {row.need.number} {row.need.title}
          </TextLink>
        </Card>
      )}
      {mayOrganise && isOpen && (
        <Card title="安排">
          <Form action={planAgainAction} done="改好了" id="again">
            {ids}
            <DateField
              name="plannedAgainOn"
              label="改天再去"
              defaultValue={row.plannedOn}
              min={today}
              max={row.campaign.finishBy}
            />
            <SubmitButton tone="outline">定下来</SubmitButton>
          </Form>
          <FoldedForm summary="从名单上撤下" look="danger" action={takeOffRowAction} id="take-off">
            {ids}
            <TextField name="reason" label="为什么撤下" hint="已批准的慰问金会同时冲正" maxLength={200} />
            <SubmitButton tone="danger">撤下这一户</SubmitButton>
          </FoldedForm>
        </Card>
      )}
      {mayOrganise && row.signOff?.reversed && row.state !== "takenOff" && (
        <Card title="重新发放">
          <Form action={grantAgainAction} id="grant-again">
            {ids}
            <SubmitButton tone="outline">重新发放，等签领</SubmitButton>
          </Form>
        </Card>
      )}
      {row.isOfficer && row.signOff && (
        <Card title="签领台账">
          <TextLink href={`/sign-offs/${row.signOff.id}`}>打开这一笔</TextLink>
        </Card>
      )}
      {row.isOfficer && row.hasCondition && <ConditionForm rowId={row.id} />}
    </>
  );
}

function ConditionForm({ rowId }: { rowId: string }) {
  return (
    <Card title="家里近来的情况">
      <FoldedForm summary="查看" action={revealVisitAction} id="condition">
        <HiddenField name="rowId" value={rowId} />
        <HiddenField name="field" value="condition" />
        <TextField name="reason" label="为什么要看" hint="不少于4个字，本人可以看到" maxLength={200} />
        <Shown fields={[{ name: "condition", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={30} />
        <SubmitButton tone="outline">查看</SubmitButton>
      </FoldedForm>
    </Card>
  );
}
