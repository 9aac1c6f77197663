import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { formatDay } from "@/lib/dates";
import type { MineLine } from "@/lib/hardship/visits/records/mine/queries";
import { notMetWords, rowStateWords, rowTones } from "@/lib/hardship/visits/records/words";
import { yuan } from "@/lib/money";
import { ContactForm } from "../../[id]/rows/[rowId]/_components/row-facts";

/** One door: who lives there, how much, what is done; where it is on a click. */
export function DoorCard({ row }: { row: MineLine }) {
  const isDone = row.state === "signed";

  return (
    <Card
      title={`${row.orderNo} ${row.name}`}
      aside={<Tag tone={rowTones[row.state]}>{rowStateWords[row.state]}</Tag>}
      {...(row.isToday && !isDone ? { tone: "next" as const } : {})}
    >
      <p className="text-head">慰问金 ¥{yuan(row.amountFen)}</p>
      <p className="text-ink-2">
        {row.unit} · {row.isToday ? "今天" : row.plannedOn ? formatDay(row.plannedOn) : "日子没定"}
        {row.group && ` · ${row.group}`}
      </p>
      {row.notMetReason && !isDone && <p>上次没见到：{notMetWords[row.notMetReason]}</p>}
      {row.route && !isDone && <p className="text-note text-ink-3">路线：{row.route}</p>}
      <div className="mt-3 grid gap-3">
        <Button
          href={`/hardship/visits/${row.campaignId}/rows/${row.id}`}
          wide
          {...(isDone ? {} : { tone: "primary" })}
        >
          {isDone ? "看这一户" : row.isMine ? "到了，登记" : "按纸面登记"}
        </Button>
        {!isDone && <ContactForm rowId={row.id} />}
      </div>
    </Card>
  );
}
