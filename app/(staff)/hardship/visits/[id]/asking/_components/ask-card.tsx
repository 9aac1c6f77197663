import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, RadioField, TextField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/dates";
import { recordCheckAction } from "@/lib/hardship/visits/asking/actions";
import type { AskLine } from "@/lib/hardship/visits/asking/queries";
import { checkWords } from "@/lib/hardship/visits/asking/words";
import { yuan } from "@/lib/money";
import { ContactForm } from "../../rows/[rowId]/_components/row-facts";

const results = optionsOf(checkWords);

/** One household to be rung up, with what to ask and where to write the answer. */
export function AskCard({ row, campaignId }: { row: AskLine; campaignId: string }) {
  return (
    <Card
      title={`${row.orderNo} ${row.name}`}
      aside={row.saidNot ? <Tag tone="late">本人说没收到</Tag> : <Tag tone="neutral">抽到</Tag>}
    >
      <div className="grid grid-cols-1 gap-6 desk:grid-cols-2">
        <div className="grid content-start gap-3">
          <Facts
            items={[
              { label: "单位", value: row.unit },
              { label: "登记的签领", value: `${formatDay(row.signedOn)}，¥${yuan(row.amountFen)}` },
              { label: "领取人", value: row.receivedBy, sub: row.relation ? `代领，${row.relation}` : "本人" },
              { label: "电话", value: row.phone },
              row.unreached > 0 ? { label: "打过", value: `${row.unreached} 次没有接` } : null,
            ]}
          />
          <ContactForm rowId={row.rowId} />
        </div>
        <Form action={recordCheckAction} id={`ask-${row.rowId}`}>
          <RequestKey />
          <HiddenField name="campaignId" value={campaignId} />
          <HiddenField name="rowId" value={row.rowId} />
          <RadioField name="result" label="问：慰问金收到了没有？" options={results} look="row" />
          <TextField name="note" label="家里怎么说的" hint="没收到要写" maxLength={300} optional />
          <SubmitButton>记下来</SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
