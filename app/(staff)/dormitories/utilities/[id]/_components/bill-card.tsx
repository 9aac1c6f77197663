import { LedgerTable } from "@/components/case/ledger";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Tag } from "@/components/ui/tag";
import { formatMonth, type CivilMonth } from "@/lib/dates";
import type { BillView } from "@/lib/dormitories/utilities/bills/queries";
import { shareLedger } from "@/lib/dormitories/utilities/ledger/words";
import { quantity, utilities } from "@/lib/dormitories/utilities/rules";
import { billWords, utilityWords } from "@/lib/dormitories/utilities/words";
import { yuan } from "@/lib/money";

const tones = { SETTLED: "warn", CONFIRMED: "ok", REVERSED: "neutral", VOID: "neutral" } as const;

/** One settlement: what each meter cost, what of it is shared out, and everybody's share. */
export function BillCard({ bill, month }: { bill: BillView; month: CivilMonth }) {
  const lines = utilities.flatMap((utility) => bill.lines.filter((line) => line.utility === utility));
  const isInForce = bill.state === "SETTLED" || bill.state === "CONFIRMED";

  return (
    <Card
      title={`${formatMonth(month)}${bill.isCounter ? "冲正" : "结算"}`}
      aside={<Tag tone={tones[bill.state]}>{billWords[bill.state]}</Tag>}
    >
      <p className="mb-3">
        {`${bill.settledBy} ${bill.settledAt} ${bill.isCounter ? "冲正" : "结算"}`}
        {bill.confirmedBy && `，${bill.confirmedBy} ${bill.confirmedAt ?? ""} 确认`}
        {bill.postedOn && `，${bill.postedOn} 贴到门口`}
        {bill.reason && `。说明：${bill.reason}`}
        {`。住过 ${bill.heads} 人，一共 ${bill.nights} 晚。`}
      </p>
      <DataTable
        caption="每块表的费用"
        rows={lines}
        rowId={({ id }) => id}
        columns={[
          { label: "表", cell: ({ utility }) => utilityWords[utility].name },
          { label: "用量", align: "right", cell: (row) => `${quantity(row.used)} ${utilityWords[row.utility].unit}` },
          { label: "免费额度", align: "right", cell: ({ free }) => quantity(free) },
          { label: "超出", align: "right", cell: ({ excess }) => quantity(excess) },
          { label: "单价", align: "right", cell: ({ priceFen }) => yuan(priceFen) },
          { label: "总费用", align: "right", cell: ({ costFen }) => yuan(costFen) },
          { label: "住户分摊", align: "right", cell: ({ sharedFen }) => yuan(sharedFen) },
        ]}
        total={["合计", "", "", "", "", yuan(bill.costFen), yuan(bill.sharedFen)]}
      />
      {isInForce && !bill.isCounter && (
        <div className="mt-4">
          <LedgerTable
            ledger={shareLedger}
            rows={bill.shares}
            rowId={({ id }) => id}
            href={() => ""}
            summed={bill.shares}
            empty={<Empty title="这个月没有人住">费用由单位承担。</Empty>}
          />
        </div>
      )}
    </Card>
  );
}
