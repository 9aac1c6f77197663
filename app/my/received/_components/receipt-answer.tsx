import { HiddenField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { Choice, Says } from "@/components/ui/worker";
import { answerReceiptAction } from "@/lib/hardship/visits/asking/actions";
import type { MyAnswer } from "@/lib/hardship/visits/asking/queries";

/** 收到了 / 没收到 about money that somebody signed for in the worker's name. */
export function ReceiptAnswer({ signOffId, answer }: { signOffId: string; answer: MyAnswer }) {
  if (answer && !answer.hasReceived)
    return (
      <>
        <Says tone="info" title="您说没收到">
          已经交给没有经手的人去查，查清楚会告诉您。
        </Says>
        {answer.caseId && <Choice href={`/my/cases/${answer.caseId}`} title="看看查到哪一步" />}
      </>
    );

  return (
    <div className="grid gap-4">
      {answer ? (
        <Says tone="ok">您说收到了。</Says>
      ) : (
        <Form action={answerReceiptAction} id={`yes-${signOffId}`}>
          <RequestKey />
          <HiddenField name="signOffId" value={signOffId} />
          <HiddenField name="answer" value="yes" />
          <SubmitButton wide>收到了，数目对</SubmitButton>
        </Form>
      )}
      <FoldedForm summary="没收到，或者数目不对" action={answerReceiptAction} id={`no-${signOffId}`} look="button">
        <RequestKey />
        <HiddenField name="signOffId" value={signOffId} />
        <HiddenField name="answer" value="no" />
        <TextArea
          name="words"
          label="说说怎么回事"
          hint="不想写就空着，会有人打电话问您"
          rows={3}
          maxLength={300}
          optional
        />
        <p>送钱的人、登记的人看不到您说的话，会换别人来查。</p>
        <SubmitButton tone="danger" wide>
          没收到
        </SubmitButton>
      </FoldedForm>
    </div>
  );
}
