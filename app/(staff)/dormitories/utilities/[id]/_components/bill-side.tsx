import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import type { CivilMonth } from "@/lib/dates";
import {
  confirmBillAction,
  postBillAction,
  refuseBillAction,
  reverseBillAction,
  settleMonthAction,
} from "@/lib/dormitories/utilities/actions";
import type { BillView } from "@/lib/dormitories/utilities/bills/queries";
import { exportHref } from "@/lib/exports/rules";

type May = { settle: boolean; confirm: boolean; post: boolean; take: boolean };
type Props = { siteId: string; month: CivilMonth; isOver: boolean; bills: readonly BillView[]; me: string; may: May };

/** What is to be done next with the month: settle, confirm, put up at the door, or take back. */
export function BillSide({ siteId, month, isOver, bills, me, may }: Props) {
  const waiting = bills.find(({ state }) => state === "SETTLED");
  const standing = bills.find(({ state, isCounter }) => state === "CONFIRMED" && !isCounter);

  return (
    <Card title="下一步" tone="next">
      <div className="grid gap-4">
        {waiting && <Confirm bill={waiting} isOwn={waiting.settledById === me} may={may} />}
        {!waiting && !standing && <Settle siteId={siteId} month={month} isOver={isOver} may={may} />}
        {standing && <Standing bill={standing} isTakenBack={waiting?.isCounter ?? false} may={may} />}
      </div>
    </Card>
  );
}

function Settle({ siteId, month, isOver, may }: Pick<Props, "siteId" | "month" | "isOver" | "may">) {
  if (!isOver) return <p>这个月过完了，表抄齐了，再结算。</p>;
  if (!may.settle) return <p>抄齐以后，由宿舍干事结算。</p>;

  return (
    <Form action={settleMonthAction} id="settle">
      <HiddenField name="siteId" value={siteId} />
      <HiddenField name="month" value={month} />
      <p>按这个月的读数、住宿天数和当月的价格算，算好以后由另一个人确认。</p>
      <SubmitButton wide>结算这个月</SubmitButton>
    </Form>
  );
}

const which = (bill: BillView) => (
  <>
    <HiddenField name="billId" value={bill.id} />
    <HiddenField name="version" value={String(bill.version)} />
  </>
);

function Confirm({ bill, isOwn, may }: { bill: BillView; isOwn: boolean; may: May }) {
  const word = bill.isCounter ? "冲正" : "结算";
  if (isOwn) return <p>{`这份${word}是您做的，要由另一个人确认。`}</p>;
  if (!may.confirm) return <p>{`${bill.settledBy}已经做好${word}，等人确认。`}</p>;

  return (
    <>
      <Form action={confirmBillAction} id="confirm">
        {which(bill)}
        <p>{`${bill.settledBy}做的${word}，请核对读数、价格和人数再确认。`}</p>
        <SubmitButton wide>{`确认${word}`}</SubmitButton>
      </Form>
      <FoldedForm summary="不对，退回" action={refuseBillAction} id="refuse">
        {which(bill)}
        <TextField name="reason" label="哪里不对" maxLength={200} />
        <SubmitButton tone="outline">退回</SubmitButton>
      </FoldedForm>
    </>
  );
}

function Standing({ bill, isTakenBack, may }: { bill: BillView; isTakenBack: boolean; may: May }) {
  return (
    <>
      <Button href={`/dormitories/utilities/bills/${bill.id}/sheet`} icon="print" wide>
        打印分摊表
      </Button>
      {may.take && (
        <Button href={exportHref("dormitory-utilities", { bill: bill.id })} icon="download" wide>
          导出分摊表
        </Button>
      )}
      {may.post && !bill.postedOn && (
        <Form action={postBillAction} id="post">
          {which(bill)}
          <SubmitButton tone="outline" wide>
            已经贴到门口
          </SubmitButton>
        </Form>
      )}
      {may.settle && !isTakenBack && (
        <FoldedForm summary="算错了，冲正" action={reverseBillAction} id="reverse" look="danger">
          {which(bill)}
          <p>冲正要由另一个人确认；确认以后改读数，再重新结算。</p>
          <TextField name="reason" label="为什么冲正" maxLength={200} />
          <SubmitButton tone="danger">冲正这份结算</SubmitButton>
        </FoldedForm>
      )}
    </>
  );
}
