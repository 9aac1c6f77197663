type Step = { label: string; sub?: string; state: "done" | "now" | "next" | "stopped" };

const line = ["受理", "转办", "办理", "答复", "回访", "办结"] as const;

/** How far along the line each stage is; the strip shows the same six steps for every case. */
const places: Readonly<Record<string, number>> = {
  PENDING: 0,
  RETURNED: 0,
  ACCEPTED: 1,
  ASSIGNED: 2,
  IN_PROGRESS: 2,
  ON_HOLD: 2,
  REOPENED: 2,
  ANSWERED: 4,
  DECLINED: 4,
  FOLLOW_UP: 4,
  LEADER_REVIEW: 4,
  CLOSED: 6,
  ARCHIVED: 6,
  WITHDRAWN: 6,
  VOID: 6,
};

const reachedBy: readonly (readonly string[])[] = [
  ["受理", "当场答复", "不予受理"],
  ["转办"],
  ["开始办理", "重新办理"],
  ["登记答复", "当场答复", "不予受理"],
  ["回访"],
  ["办结", "职工确认", "复核结论", "撤回", "作废"],
];

/**
 * The step strip: what is done (with its day), what is being done, what is still to come.
 * @param events the timeline, newest first, in the words of the page
 */
export function stepsOf(
  facts: { stage: string; status: string },
  events: readonly { at: string; what: string }[],
): Step[] {
  const place = places[facts.stage] ?? 0;

  return line.map((label, index) => {
    const event = events.find(({ what }) => reachedBy[index]?.includes(what));
    const sub = event && index < place ? dayOf(event.at) : undefined;
    const state = index < place ? "done" : index > place ? "next" : facts.status === "waiting" ? "stopped" : "now";

    return { label, state, ...(sub ? { sub } : {}) };
  });
}

/** `2026-11-06 09:20` → `11月6日` */
function dayOf(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
}
