import { Again } from "@/components/ui/again";
import { Notice } from "@/components/ui/notice";
import { Tile, Tiles } from "@/components/ui/tiles";
import { rowStateWords } from "@/lib/imports/words";
import type { BatchView } from "@/lib/imports/queries";

/** What is happening to the batch, in one notice; while something runs, the page looks again by itself. */
export function BatchState({ batch }: { batch: BatchView }) {
  if (batch.isCutOff) return <CutOff batch={batch} />;
  const written = `新增 ${batch.counts.NEW} 行，更新 ${batch.counts.CHANGED} 行`;
  switch (batch.state) {
    case "READING":
      return (
        <Notice title={`正在检查，已经检查 ${batch.rowsRead} 行`} live>
          还没有写入任何档案。可以离开这一页，过一会儿再回来看。
          <Again seconds={2} />
        </Notice>
      );
    case "WRITING":
      return (
        <Notice title={`正在写入：${batch.rowsWritten} / ${batch.counts.NEW + batch.counts.CHANGED} 行`} live>
          全部写完才会生效；中途停电也不会只写一半。可以离开这一页，过一会儿再回来看。
          <progress
            className="mt-2 block w-full max-w-prose"
            value={batch.rowsWritten}
            max={batch.counts.NEW + batch.counts.CHANGED}
          />
          <Again seconds={2} />
        </Notice>
      );
    case "FAILED":
      return (
        <Notice tone="late" title="这张表没有读出来">
          {batch.problem}
        </Notice>
      );
    case "DONE":
      return (
        <Notice tone="ok" title={`已导入：${written}`}>
          {batch.confirmedAt}写入{batch.counts.WRONG > 0 && `，有错误的 ${batch.counts.WRONG} 行没有导入`}。
          {batch.isForgotten && "表里的内容已经过期清除，不能再整批撤销。"}
        </Notice>
      );
    case "UNDONE":
      return (
        <Notice tone={batch.kept > 0 ? "warn" : "ok"} title={`已撤销：退回 ${batch.takenBack} 行`}>
          {batch.undoneAt}撤销，原因：{batch.undoReason}。
          {batch.kept > 0 && `有 ${batch.kept} 行导入以后又有人办过，没有退回，见下面的“没有退回”。`}
        </Notice>
      );
    case "DROPPED":
      return (
        <Notice
          tone="neutral"
          title={
            batch.isForgotten ? "过了期限没有确认，已经清除，没有写入任何档案" : "已放弃这次导入，没有写入任何档案"
          }
        />
      );
    case "CHECKED":
      return batch.problem ? <Notice tone="warn">{batch.problem}</Notice> : null;
  }
}

function CutOff({ batch }: { batch: BatchView }) {
  return batch.state === "READING" ? (
    <Notice tone="warn" title="检查中断了">
      没有写入任何档案。请重新上传这张表。
    </Notice>
  ) : (
    <Notice tone="warn" title="写入中断了">
      什么都没有写进去。请在下面重新确认导入。
    </Notice>
  );
}

/** The four counts of the report, each a link to its rows. */
export function BatchCounts({ batch, hrefOf }: { batch: BatchView; hrefOf: (rows: string) => string }) {
  const isOpen = batch.state === "CHECKED" || batch.state === "READING";
  const subs = {
    NEW: isOpen ? "没有登记过，将新建" : "",
    CHANGED: isOpen ? "已经登记，将更新" : "",
    SAME: isOpen ? "和登记的一样，不用动" : "",
    WRONG: isOpen ? "不改正不能导入" : "没有导入",
  };

  return (
    <Tiles label="检查结果">
      {(["NEW", "CHANGED", "SAME", "WRONG"] as const).map((state) => (
        <Tile
          key={state}
          label={rowStateWords[state]}
          value={batch.counts[state]}
          unit="行"
          {...(subs[state] ? { sub: subs[state] } : {})}
          {...(batch.counts[state] > 0 ? { href: hrefOf(state) } : {})}
          {...(state === "WRONG" && batch.counts.WRONG > 0 ? { tone: "late" as const } : {})}
        />
      ))}
    </Tiles>
  );
}
