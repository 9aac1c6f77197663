import { StageClock } from "@/components/case/stage-clock";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { formatDate, formatDay, fromDateColumn } from "@/lib/dates";
import type { FileView } from "@/lib/hardship/files/view/queries";
import { cancelWords } from "@/lib/hardship/words";
import { FileActs } from "./file-acts";
import { NextForms } from "./next-forms";

/** The right column: how long there is, what to do next and by whom, and how the file itself stands. */
export function FileSide({ view, isManager, isOfficer }: { view: FileView; isManager: boolean; isOfficer: boolean }) {
  const { running, file } = view;

  return (
    <>
      {running.isRunning && (
        <Card title={`下一步 · ${running.stage}`} tone="next" id="next">
          <FileClock view={view} />
          <p className="mb-3 text-ink-2">{running.turn}</p>
          {running.notice && (
            <p className="mb-3">
              <TextLink href={`/notices/${running.notice.id}`}>{`公示 ${running.notice.number}`}</TextLink>
              {running.notice.lastDay
                ? `，到 ${formatDay(running.notice.lastDay)} 止`
                : running.loaded.stage === "NOTICE"
                  ? "，还没有发布，请负责人发布"
                  : ""}
            </p>
          )}
          <NextForms view={view} />
        </Card>
      )}
      {(file.onFileSince ?? file.removedOn) && (
        <Card title="档案">
          <Facts
            items={[
              file.onFileSince ? { label: "建档", value: formatDate(fromDateColumn(file.onFileSince)) } : null,
              file.lastReviewedOn
                ? { label: "最近复核", value: formatDate(fromDateColumn(file.lastReviewedOn)) }
                : null,
              file.reviewDueOn
                ? { label: "下次复核", value: `${formatDate(fromDateColumn(file.reviewDueOn))} 前` }
                : null,
              file.paperDueOn
                ? {
                    label: "纸质与电子一致",
                    value: file.paperCheckedOn
                      ? `${formatDate(fromDateColumn(file.paperCheckedOn))} 已核对`
                      : `${formatDate(fromDateColumn(file.paperDueOn))} 前核对`,
                  }
                : null,
              file.removedOn
                ? {
                    label: "出档",
                    value: formatDate(fromDateColumn(file.removedOn)),
                    sub: [file.cancelReason && cancelWords[file.cancelReason], file.removedNote]
                      .filter(Boolean)
                      .join("："),
                  }
                : null,
              file.keepUntil ? { label: "原件保存到", value: formatDate(fromDateColumn(file.keepUntil)) } : null,
            ]}
          />
          {isOfficer && <FileActs view={view} isManager={isManager} />}
        </Card>
      )}
    </>
  );
}

function FileClock({ view: { running } }: { view: FileView }) {
  const { clock, loaded } = running;
  if (!clock) return null;

  return (
    <StageClock
      clock={clock}
      stopped={running.stage}
      note={loaded.dueOn ? `应于 ${formatDay(loaded.dueOn)} 前办` : undefined}
    />
  );
}
