import { HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { decideExtensionAction, askExtensionAction } from "@/lib/cases/extensions/actions";
import { decideHandOverAction, offerHandOverAction } from "@/lib/cases/handovers/actions";
import { addNoteAction, copyCaseAction, superviseCaseAction, urgeCaseAction } from "@/lib/cases/notes/actions";
import type { CaseView } from "@/lib/cases/view/queries";
import { formatDay } from "@/lib/dates";
import type { ReactNode } from "react";

/** What is waiting for this person's word before anything else: a request for more time, a case handed over. */
export function Decisions({ view, mayDecide }: { view: CaseView; mayDecide: boolean }) {
  const { facts, askedExtension, offer } = view;

  return (
    <>
      {askedExtension && mayDecide && !askedExtension.isMine && (
        <Form action={decideExtensionAction} id="decide-extension">
          <p>
            申请延长 {askedExtension.days} 个工作日，到 {formatDay(askedExtension.newDueOn)}。
            <br />
            原因：{askedExtension.reason}
          </p>
          <HiddenField name="caseId" value={facts.id} />
          <HiddenField name="extensionId" value={askedExtension.id} />
          <RadioField
            name="decision"
            label="延期"
            options={[
              { value: "APPROVED", label: "同意" },
              { value: "REFUSED", label: "不同意" },
            ]}
            look="row"
          />
          <TextArea name="note" label="意见" hint="不同意时必须写" rows={2} optional />
          <SubmitButton wide>批复延期</SubmitButton>
        </Form>
      )}
      {offer?.isForMe && (
        <Form action={decideHandOverAction} id="decide-hand-over">
          <p>
            转给{offer.toUnit}办理：{offer.reason}
          </p>
          <HiddenField name="caseId" value={facts.id} />
          <HiddenField name="handOverId" value={offer.id} />
          <RadioField
            name="decision"
            label="转办"
            options={[
              { value: "ACCEPTED", label: "接收" },
              { value: "RETURNED", label: "退回" },
            ]}
            look="row"
          />
          <TextArea name="note" label="说明" hint="退回时必须写明原因" rows={2} optional />
          <SubmitButton wide>确定</SubmitButton>
        </Form>
      )}
    </>
  );
}

export type SideRights = { extend: boolean; handOver: boolean; urge: boolean; supervise: boolean; copy: boolean };

/** The rarer acts, each behind a fold: 延期, 转单位, 催办, 督办, 抄送, 备注. */
export function SideForms({
  view,
  rights,
  units,
}: {
  view: CaseView;
  rights: SideRights;
  units: readonly { id: string; name: string }[];
}) {
  const { facts } = view;
  const isHandler = view.capacities.includes("H");
  const isRunning = facts.status === "open";
  const isUnderWay = ["ASSIGNED", "IN_PROGRESS", "REOPENED"].includes(facts.stage);
  const version = <HiddenField name="version" value={String(facts.version)} />;

  return (
    <>
      {rights.extend && isHandler && isRunning && isUnderWay && !view.isExtended && !view.askedExtension && (
        <Fold title="申请延期" caseId={facts.id} action={askExtensionAction} submit="提交申请">
          {version}
          <TextField
            name="days"
            label="延长几个工作日"
            keypad="numeric"
            width="short"
            hint={`最多 ${view.limits.extension} 个，只能延一次，要领导批准`}
          />
          <TextArea name="reason" label="原因" hint="职工看得到" rows={2} />
        </Fold>
      )}
      {rights.handOver && isUnderWay && !view.offer && (isHandler || view.capacities.includes("O")) && (
        <Fold title="转给别的单位" caseId={facts.id} action={offerHandOverAction} submit="转出">
          {version}
          <SelectField
            name="toUnitId"
            label="转给谁"
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea name="reason" label="为什么转" hint="对方接收前，仍由您负责" rows={2} />
        </Fold>
      )}
      {rights.supervise && ["open", "waiting"].includes(facts.status) && !view.isSupervised && (
        <Fold title="督办" caseId={facts.id} action={superviseCaseAction} submit="列入督办">
          <TextArea name="text" label="督办意见" rows={2} optional />
        </Fold>
      )}
      {rights.urge && isRunning && (
        <Fold title="催办" caseId={facts.id} action={urgeCaseAction} submit="催一下">
          <TextArea name="text" label="想说的话" rows={2} optional />
        </Fold>
      )}
      {rights.copy && !facts.isComplaint && (
        <Fold title="抄送" caseId={facts.id} action={copyCaseAction} submit="抄送">
          <TextField name="loginName" label="对方工号" keypad="numeric" width="short" />
        </Fold>
      )}
      {!["VOID", "ARCHIVED"].includes(facts.stage) && (
        <Fold title="加备注" caseId={facts.id} action={addNoteAction} submit="记下来">
          <TextArea name="text" label="备注" hint="同事看得到，职工看不到" rows={3} />
        </Fold>
      )}
    </>
  );
}

function Fold({
  title,
  caseId,
  action,
  submit,
  children,
}: {
  title: string;
  caseId: string;
  action: React.ComponentProps<typeof Form>["action"];
  submit: string;
  children: ReactNode;
}) {
  return (
    <FoldedForm summary={title} name="moves" action={action}>
      <HiddenField name="caseId" value={caseId} />
      {children}
      <FormActions>
        <SubmitButton>{submit}</SubmitButton>
      </FormActions>
    </FoldedForm>
  );
}
