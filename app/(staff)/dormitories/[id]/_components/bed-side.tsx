import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/lib/dates";
import type { BoardBed, BoardRoom } from "@/lib/dormitories/board/queries";
import type { OpenBed } from "@/lib/dormitories/board/free/queries";
import { bedStateWords, shiftWords, tierWords } from "@/lib/dormitories/words";
import { CheckInForm, CheckOutForm, KeepForm, LeavingForm, MoveForm, SwapForm } from "./stay-forms";

type Chosen = { room: BoardRoom; bed: BoardBed };

/** The bed that was chosen on the board: who, since when, and what may be done with it. */
export function BedSide({
  chosen,
  free,
  others,
  mayHouse,
  isJustIn,
  opens,
  next,
  today,
}: {
  chosen: Chosen | undefined;
  free: OpenBed[];
  others: { value: string; label: string }[];
  mayHouse: boolean;
  /** somebody has just been moved in: say so and lead on to the sheet that both sign */
  isJustIn: boolean;
  /** which other pages this person may open from here */
  opens: { people: boolean; line: boolean };
  /** whose turn it is for a free bed */
  next: { caseId: string; name: string } | null;
  today: string;
}) {
  if (!chosen)
    return (
      <Card title="床位" id="bed">
        <Empty title="在左边点一张床">看是谁住、什么时候空，办入住、调宿、退宿都在这里。</Empty>
      </Card>
    );
  const { room, bed } = chosen;
  const facts = bed.stay?.facts;

  return (
    <Card title={`${room.building}${room.name}室${bed.label}床`} tone="next" id="bed">
      {isJustIn && bed.stay?.facts.state === "LIVING" && (
        <Notice tone="ok" title={`${bed.stay.name}已经住进来了`} live>
          请打印交接单，两边签字。
        </Notice>
      )}
      <Facts
        items={[
          { label: "现在", value: bedStateWords[bed.state] },
          { label: "床", value: tierWords[bed.tier] },
          bed.stay
            ? {
                label: "职工",
                value: opens.people ? (
                  <TextLink href={`/people/${bed.stay.personId}`}>{bed.stay.name}</TextLink>
                ) : (
                  bed.stay.name
                ),
              }
            : null,
          bed.stay ? { label: "作息", value: shiftWords[bed.stay.shift] } : null,
          facts?.inOn ? { label: "入住", value: formatDate(facts.inOn) } : null,
          facts?.moveInBy ? { label: "最晚哪天来住", value: formatDate(facts.moveInBy) } : null,
          facts?.leavingOn ? { label: "打算搬走", value: formatDate(facts.leavingOn) } : null,
          facts?.awayFrom && facts.awayTo
            ? { label: "留床", value: `${formatDate(facts.awayFrom)} 到 ${formatDate(facts.awayTo)}` }
            : null,
          bed.state !== "FREE" && bed.freeFrom ? { label: "哪天起空", value: formatDate(bed.freeFrom) } : null,
        ]}
      />
      {bed.stay && mayHouse && <StayActs bed={bed} free={free} others={others} today={today} />}
      {!bed.stay && bed.state === "FREE" && opens.line && (
        <p className="mt-3">
          {next ? (
            <>
              轮到：<TextLink href={`/dormitories/cases/${next.caseId}`}>{next.name}</TextLink>
            </>
          ) : (
            <TextLink href="/dormitories/applications?tab=waiting">看轮候名单</TextLink>
          )}
        </p>
      )}
    </Card>
  );
}

function StayActs({
  bed,
  free,
  others,
  today,
}: {
  bed: BoardBed;
  free: OpenBed[];
  others: { value: string; label: string }[];
  today: string;
}) {
  const { stay } = bed;
  if (!stay) return null;
  if (stay.facts.state === "HELD")
    return (
      <div className="mt-4 grid gap-3">
        {stay.facts.moveInBy ? <CheckInForm stay={stay} today={today} /> : <p>还在公示或等同意，分下来才能办入住。</p>}
      </div>
    );

  return (
    <div className="mt-4 grid gap-3">
      <Button href={`/dormitories/stays/${stay.id}/handover`} icon="print" wide>
        入住交接单
      </Button>
      <MoveForm stay={stay} free={free} />
      <SwapForm stay={stay} others={others} />
      <KeepForm stay={stay} today={today} />
      <LeavingForm stay={stay} today={today} />
      <CheckOutForm stay={stay} today={today} />
    </div>
  );
}
