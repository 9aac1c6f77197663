import { StageClock } from "@/components/case/stage-clock";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatDate, formatDay, fromDateColumn } from "@/lib/dates";
import type { ReliefView } from "@/lib/relief/view/queries";
import { DecisionForms } from "./decision-forms";
import { HandlingForms } from "./handling-forms";

type Props = { view: ReliefView; isLeader: boolean; isOfficer: boolean };

/** The right column: what comes next and by whom. */
export function ReliefSide({ view, isLeader, isOfficer }: Props) {
  const { running, relief, signOffs } = view;
  if (!running.isRunning)
    return (
      <Card title={running.stage}>
        <p>{view.answer ?? running.turn}</p>
      </Card>
    );
  const waiting = signOffs.find((row) => !row.signedOn && !row.isReversed);

  return (
    <Card title={`下一步 · ${running.stage}`} tone="next" id="next">
      <ReliefClock view={view} />
      <p className="mb-3 text-ink-2">{running.turn}</p>
      {relief.paperworkDueOn && relief.grantedFen === null && (
        <p className="mb-3">{`钱已经先发，手续要在 ${formatDate(fromDateColumn(relief.paperworkDueOn))} 前补齐。`}</p>
      )}
      {running.tooEarly && isOfficer && <p className="mb-3">{running.tooEarly}</p>}
      <div className="grid gap-3">
        {waiting && isOfficer && (
          <Button
            href={`/sign-offs/${waiting.id}`}
            tone={running.loaded.stage === "PAYING" ? "primary" : "outline"}
            wide
          >
            去发放签收
          </Button>
        )}
        <DecisionForms view={view} isLeader={isLeader} />
        <HandlingForms view={view} isOfficer={isOfficer} />
      </div>
    </Card>
  );
}

function ReliefClock({ view: { running } }: { view: ReliefView }) {
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
