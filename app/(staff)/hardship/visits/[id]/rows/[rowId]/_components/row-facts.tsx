import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Shown, SubmitButton } from "@/components/ui/form";
import { formatDay } from "@/lib/dates";
import { revealVisitAction } from "@/lib/hardship/visits/records/reveal/actions";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";
import { inCapitals, yuan } from "@/lib/money";

/** What the group has to know at the door: how much, with whom, when; where only on a click. */
export function RowFacts({ row }: { row: RowView }) {
  return (
    <Card title="慰问">
      <Facts
        columns={2}
        items={[
          { label: "慰问金", value: `¥${yuan(row.amountFen)}`, sub: inCapitals(row.amountFen) },
          row.plannedGoods ? { label: "慰问品", value: row.plannedGoods } : null,
          {
            label: "走访组",
            value: row.group ? row.group.name : "还没有编组",
            sub: row.group?.members.map(({ name }) => name).join("、"),
          },
          { label: "计划日期", value: row.plannedOn && formatDay(row.plannedOn) },
          row.group?.route ? { label: "路线", value: row.group.route } : null,
          { label: "电话", value: row.maskedPhone },
        ]}
      />
      <div className="mt-3">
        <ContactForm rowId={row.id} />
      </div>
    </Card>
  );
}

/** 住址和电话: only whoever goes there, with the reason in the log; the number can be dialled from here. */
export function ContactForm({ rowId }: { rowId: string }) {
  return (
    <FoldedForm summary="看住址、打电话" look="button" action={revealVisitAction} id={`contact-${rowId}`}>
      <HiddenField name="rowId" value={rowId} />
      <HiddenField name="field" value="contact" />
      <TextField
        name="reason"
        label="为什么要看"
        hint="会留下记录，本人看得到"
        defaultValue="上门走访"
        maxLength={200}
      />
      <Shown
        fields={[
          { name: "address", label: "住址" },
          { name: "mobile", label: "电话", isPhone: true },
        ]}
      />
      <SubmitButton tone="outline">查看</SubmitButton>
    </FoldedForm>
  );
}
