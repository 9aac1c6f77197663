import { AttachmentList } from "@/components/case/attachments";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { formatDate, formatInstant } from "@/lib/dates";
import { checkWords } from "@/lib/hardship/visits/asking/words";
import type { checksOf } from "@/lib/hardship/visits/asking/queries";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";
import { notMetWords } from "@/lib/hardship/visits/records/words";

type Check = Awaited<ReturnType<typeof checksOf>>[number];

/** Every going there, who gave, who has confirmed it, and what the household said when it was rung up. */
export function RowHistory({ row, checks }: { row: RowView; checks: readonly Check[] }) {
  const items = [
    ...checks.map((check) => ({
      id: check.id,
      at: formatInstant(check.askedAt),
      who: check.askedBy,
      title: `打电话问：${checkWords[check.result]}`,
      ...(check.result === "NOT_RECEIVED" ? { tone: "late" as const } : {}),
    })),
    ...row.records.map((record) => ({
      id: record.id,
      at: formatDate(record.visitedOn),
      who: record.visitors.join("、"),
      title:
        record.outcome === "MET"
          ? "见到人，已签领"
          : `没见到人：${record.notMetReason ? notMetWords[record.notMetReason] : ""}`,
      body: <Told record={record} />,
    })),
  ];

  return (
    <>
      {items.length > 0 && (
        <Card title="经过">
          <Timeline items={items} />
        </Card>
      )}
      {row.attachments.length > 0 && (
        <Card title="凭据和照片">
          <AttachmentList attachments={row.attachments} mayCheck={false} mayVoid={false} />
        </Card>
      )}
    </>
  );
}

function Told({ record }: { record: RowView["records"][number] }) {
  return (
    <>
      {record.goods && <p>慰问品：{record.goods}</p>}
      {record.note && <p>{record.note}</p>}
      {record.givers.map((giver) => (
        <p key={giver.name}>
          发放人 {giver.name}：{giverWords(giver)}
        </p>
      ))}
      <p className="text-note text-ink-3">登记 {record.recorded}</p>
    </>
  );
}

function giverWords({ confirmed, deniedReason }: RowView["records"][number]["givers"][number]): string {
  if (deniedReason) return `说不是自己发的（${deniedReason}），请帮扶专员核实`;

  return confirmed ? `已确认 ${confirmed}` : "还没有用自己的账号确认";
}
