import { Card } from "@/components/ui/card";
import { StageClock } from "@/components/case/stage-clock";
import { formatDate, formatDay } from "@/lib/dates";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { NextForms } from "./next-forms";

/** The right column: how long there is, what to do next and by whom. */
export function PlacementSide({ view, isOfficer }: { view: PlacementView; isOfficer: boolean }) {
  const { running, parent } = view;
  const paperUntil = view.papers.find(({ kind }) => kind === "RESIDENCE_PERMIT")?.validUntil ?? null;

  return (
    <>
      <Card title={`下一步 · ${running.stage}`} tone="next" id="next">
        {running.isRunning && <PlacementClock view={view} />}
        <p className="mb-3 text-ink-2">{running.turn}</p>
        <NextForms view={view} isOfficer={isOfficer} />
      </Card>
      {view.facts.needsCoordination && !parent.isHoused && running.isRunning && (
        <Card title="住处要核对">
          <p>登记的是住单位宿舍，可花名册上没有床位，宿舍居住证明打不出来。请问清住处，在“居住情况变了”里改。</p>
        </Card>
      )}
      {parent.permitUntil && (
        <Card title="家长的居住证">
          <p>
            {formatDate(parent.permitUntil)} 到期
            {paperUntil &&
              paperUntil !== parent.permitUntil &&
              `（花名册），交来的材料写的是 ${formatDate(paperUntil)}，请核对`}
            {(paperUntil ?? parent.permitUntil) < view.intake.dates.secondCheck &&
              `，管不到 ${formatDate(view.intake.dates.secondCheck)} 复审，请提醒续签`}
          </p>
        </Card>
      )}
    </>
  );
}

function PlacementClock({ view: { running } }: { view: PlacementView }) {
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
