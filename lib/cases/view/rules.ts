import type { StageTable } from "@/lib/cases/tables/rules";

type Step = { label: string; sub?: string; state: "done" | "now" | "next" | "stopped" };

/**
 * The step strip: what is done (with its day), what is being done, what is still to come.
 * @param events the timeline, newest first
 */
export function stepsOf(
  table: Pick<StageTable, "line" | "places">,
  facts: { stage: string; status: string },
  events: readonly { at: string; kind: string }[],
): Step[] {
  const place = table.places[facts.stage] ?? 0;

  return table.line.map(({ label, reachedBy }, index) => {
    const event = events.find(({ kind }) => reachedBy.includes(kind));
    const sub = event && index < place ? dayOf(event.at) : undefined;
    const state = index < place ? "done" : index > place ? "next" : facts.status === "waiting" ? "stopped" : "now";

    return { label, state, ...(sub ? { sub } : {}) };
  });
}

/** `2026-11-06 09:20` → `11月6日` */
function dayOf(at: string): string {
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;
}
