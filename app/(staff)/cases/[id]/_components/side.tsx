import { StageClock } from "@/components/case/stage-clock";
import { Decisions, SideForms, type SideRights } from "@/components/case/side-forms";
import { MoveForms } from "@/components/case/move-forms";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Clock } from "@/components/ui/clock";
import { TextLink } from "@/components/ui/text-link";
import type { CaseView } from "@/lib/cases/view/queries";
import { waitingWords } from "@/lib/cases/words";
import { formatDay } from "@/lib/dates";
import { tableOf } from "@/lib/stages";

/** The right-hand column: how long there is, what to do next and by whom, and who has looked. */
export function CaseSide({
  view,
  units,
  rights,
}: {
  view: CaseView;
  units: readonly { id: string; name: string }[];
  rights: SideRights & { decide: boolean };
}) {
  const { facts } = view;
  const { ownMoves, page, stages } = tableOf(facts.stageTable);
  const others = view.moves.filter((move) => move !== "confirm" && !ownMoves.includes(move));
  const isOwn = page && Object.keys(stages[facts.stage]?.moves ?? {}).some((move) => ownMoves.includes(move));

  return (
    <>
      <Card title="下一步" tone="next" id="next">
        <CaseClock view={view} />
        <p className="mb-3 text-ink-2">{whoseTurn(view)}</p>
        <div className="grid gap-3">
          <Decisions view={view} mayDecide={rights.decide} />
          {page && (
            <Button href={page(facts.id)} tone={isOwn ? "primary" : "outline"} wide>
              打开档案
            </Button>
          )}
          <MoveForms
            caseId={facts.id}
            version={facts.version}
            moves={others}
            units={units}
            complexity={facts.complexity}
          />
          <SideForms view={view} rights={rights} units={units} />
        </div>
      </Card>
      {view.followers.length > 0 && (
        <Card title="由此而来的事">
          {view.followers.map((follower) => (
            <p key={follower.id}>
              <TextLink href={`/cases/${follower.id}`}>{`${follower.number} ${follower.title}`}</TextLink>
            </p>
          ))}
        </Card>
      )}
      {view.copies.length > 0 && <Card title="抄送">{view.copies.join("、")}</Card>}
      <Card title="谁看过">
        <p className="text-ink-2">{viewersWords(view)}</p>
      </Card>
    </>
  );
}

function CaseClock({ view: { clock, facts, waitingReason, followUpBy, isProvisional } }: { view: CaseView }) {
  if (!clock) {
    return followUpBy && facts.status === "answered" ? (
      <Clock tone="calm" words="已答复，等回访" note={`${formatDay(followUpBy)} 前打电话问一问`} />
    ) : null;
  }
  const note = facts.dueOn ? `应于 ${formatDay(facts.dueOn)} 前答复${isProvisional ? "（暂定）" : ""}` : undefined;

  return <StageClock clock={clock} stopped={waitingReason ? waitingWords[waitingReason] : "停钟"} note={note} />;
}

function whoseTurn({ facts, handlerUnit, handler, offer }: CaseView): string {
  const unit = [handlerUnit, handler].filter(Boolean).join(" ") || "承办单位";
  const words = tableOf(facts.stageTable).turnWords[facts.stage] ?? "";

  return `${words.replace("{unit}", unit)}${offer ? `已转给${offer.toUnit}，等对方接收。` : ""}`;
}

function viewersWords({ viewers }: CaseView): string {
  if (viewers.length === 0) return "本周还没有人看过";

  return `近 7 天 ${viewers.length} 人：${viewers.map(({ name, times }) => (times > 1 ? `${name}（${times} 次）` : name)).join("、")}`;
}
