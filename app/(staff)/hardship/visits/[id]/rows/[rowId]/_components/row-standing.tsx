import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";

/** What is the matter with this household now, in a sentence, and where to go next. */
export function RowStanding({ row }: { row: RowView }) {
  const next = <Button href="/hardship/visits/mine">去下一户</Button>;
  if (row.signOff?.reversed)
    return (
      <Notice tone="warn" title="这笔签领已经冲正">
        原因：{row.signOff.reversed}。要重新发放，请帮扶专员点「重新发放」。
      </Notice>
    );
  if (row.state === "signed")
    return (
      <Notice tone="ok" title="这一户已经签领，记下来了" actions={next}>
        {row.signOff?.receivedBy} {row.signOff?.signedOn} 签领。
      </Notice>
    );
  if (row.state === "takenOff") return <Notice title="这一户已经撤下">原因：{row.takenOffReason}</Notice>;
  if (row.fault) return <Notice tone="warn">{row.fault}</Notice>;
  if (row.state === "notMet")
    return (
      <Notice tone="warn" title="上次没见到人" actions={next}>
        {row.plannedOn ? `计划 ${row.plannedOn} 再去。` : "再去的日子还没有定。"}
      </Notice>
    );

  return null;
}
