import { Facts } from "@/components/ui/facts";
import { Card, Stack } from "@/components/ui/card";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myReceived } from "@/lib/cases/sign-offs/ledger/queries";
import { spokenStateWords } from "@/lib/cases/sign-offs/words";
import { spokenDate } from "@/lib/dates";
import { myAnswers } from "@/lib/hardship/visits/asking/queries";
import { yuan } from "@/lib/money";
import { MyFrame } from "../frame";
import { ReceiptAnswer } from "./_components/receipt-answer";

export const metadata = { title: "我收到的" };

export default async function MyReceivedPage() {
  const permit = await authorise("my.received");
  const lines = await myReceived(permit);
  const answers = await myAnswers(
    permit,
    lines.filter(({ state }) => state === "signed").map(({ id }) => id),
  );
  const day = (date: string) => spokenDate(date, permit.today);

  return (
    <MyFrame back="/my">
      <WorkerHead title="我收到的" lead={lines.length > 0 ? "单位发给您的钱和东西，都记在这里。" : undefined} />
      {lines.length === 0 && <Says title="还没有记录">以后发给您的钱、东西、床位，会记在这里，您随时能看。</Says>}
      <Stack>
        {lines.map((line) => (
          <Card key={line.id} title={line.what}>
            <Facts
              items={[
                { label: "现在", value: answers.has(line.id) ? "登记说已经交给您" : spokenStateWords[line.state] },
                line.kind === "MONEY" ? { label: "多少钱", value: `${yuan(line.amountFen)} 元` } : null,
                line.kind !== "MONEY" && line.quantity > 1 ? { label: "多少", value: `${line.quantity} 份` } : null,
                line.signedOn && line.state === "signed" ? { label: "哪天领的", value: day(line.signedOn) } : null,
                line.relation ? { label: "谁替您领的", value: `${line.receivedBy ?? ""}（${line.relation}）` } : null,
                line.mode === "TRANSFER" ? { label: "怎么给的", value: "打到卡上" } : null,
              ]}
            />
            <Asked signOffId={line.id} answers={answers} />
          </Card>
        ))}
        {lines.length > 0 && <Says>没收到、数目不对，打下面的电话问。</Says>}
      </Stack>
    </MyFrame>
  );
}

/** Only money of this year's visits is asked about; everything else is a question on the telephone. */
function Asked({ signOffId, answers }: { signOffId: string; answers: Awaited<ReturnType<typeof myAnswers>> }) {
  const answer = answers.get(signOffId);

  return answer === undefined ? null : (
    <div className="mt-4">
      <ReceiptAnswer signOffId={signOffId} answer={answer} />
    </div>
  );
}
