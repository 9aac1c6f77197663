import { HiddenField, RadioField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { confirmMineAction, reopenMineAction, withdrawMineAction } from "@/lib/cases/mine/actions";
import type { MyCase } from "@/lib/cases/mine/queries";

/** 解决了 / 没解决: what the worker may say to the answer, each with what happens next. */
export function MyMoves({ mine }: { mine: MyCase }) {
  const mayReopen = mine.moves.includes("reopen") || mine.moves.includes("escalate");
  const which = (
    <>
      <HiddenField name="caseId" value={mine.id} />
      <HiddenField name="version" value={String(mine.version)} />
    </>
  );

  return (
    <div className="grid gap-3">
      {mine.moves.includes("confirm") && (
        <Form action={confirmMineAction} id="confirm">
          {which}
          <RadioField
            name="satisfaction"
            label="这样办，您满意吗？"
            options={[
              { value: "SATISFIED", label: "满意" },
              { value: "FAIR", label: "还行" },
            ]}
            defaultValue="SATISFIED"
          />
          <SubmitButton wide>解决了</SubmitButton>
        </Form>
      )}
      {mayReopen && (
        <FoldedForm summary="没解决，再说一次" look="button" action={reopenMineAction} id="reopen">
          {which}
          <TextArea
            name="note"
            label="哪里还没解决？"
            hint={mine.moves.includes("escalate") ? "这次会交给领导亲自看" : "会重新办，五个工作日内再答复您"}
            rows={4}
            maxLength={500}
          />
          <SubmitButton wide>没解决，请再办</SubmitButton>
        </FoldedForm>
      )}
      {mine.moves.includes("withdraw") && (
        <FoldedForm summary="不办了，撤回" action={withdrawMineAction} id="withdraw">
          {which}
          <p>撤回以后就不再办了，想办要重新说。</p>
          <SubmitButton tone="outline" wide>
            确定撤回
          </SubmitButton>
        </FoldedForm>
      )}
    </div>
  );
}
