import { isProvisional, previousWorkingDay, springFestivalOf, type Calendar } from "@/lib/calendar/rules";
import type { Stages } from "@/lib/cases/rules";
import { addDays, yearOf, type CivilDate } from "@/lib/dates";
import type { CampaignStage } from "@/prisma/generated/enums";

const voided = { void: { to: "VOID", who: ["O"] } } as const;

/**
 * Who may move a visit campaign (domain.md §12B). Once money is granted it is no longer voided: every row is signed for or
 * taken off with its reason, and the campaign is settled.
 */
export const campaignStages = {
  DRAFT: { status: "open", moves: { open: { to: "SURVEY", who: ["O"] }, ...voided } },
  SURVEY: { status: "open", moves: { submit: { to: "LIST_REVIEW", who: ["O"] }, ...voided } },
  LIST_REVIEW: {
    status: "open",
    moves: {
      agree: { to: "BUDGET", who: ["M"], apart: true },
      sendBack: { to: "SURVEY", who: ["M"], apart: true },
      ...voided,
    },
  },
  BUDGET: {
    status: "open",
    moves: {
      approve: { to: "NOTICE", who: ["B"], apart: true },
      sendBackBudget: { to: "SURVEY", who: ["B"], apart: true },
      ...voided,
    },
  },
  NOTICE: { status: "waiting", moves: { noticeEnded: { to: "VISITING", who: ["S"] }, ...voided } },
  VISITING: { status: "open", moves: { settle: { to: "SETTLING", who: ["O"] } } },
  SETTLING: {
    status: "open",
    moves: {
      confirm: { to: "RESULT_NOTICE", who: ["O", "B"], apart: true },
      sendBackAccount: { to: "VISITING", who: ["O", "B"], apart: true },
    },
  },
  RESULT_NOTICE: { status: "waiting", moves: { archive: { to: "ARCHIVED", who: ["O"] } } },
  ARCHIVED: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Record<CampaignStage, Stages[string]>;

type Moves<S> = S extends { moves: infer M } ? keyof M : never;
export type CampaignMove = { [S in CampaignStage]: Moves<(typeof campaignStages)[S]> }[CampaignStage];

/** Where a move leads from a stage; undefined when the stage has no such move. */
export function stageAfter(stage: CampaignStage, move: CampaignMove): CampaignStage | undefined {
  const moves: Readonly<Record<string, { to: CampaignStage }>> = campaignStages[stage].moves;

  return Object.hasOwn(moves, move) ? moves[move]?.to : undefined;
}

/** The line of stages as the strip above the page shows it. */
export const campaignLine = [
  "DRAFT",
  "SURVEY",
  "LIST_REVIEW",
  "BUDGET",
  "NOTICE",
  "VISITING",
  "SETTLING",
  "RESULT_NOTICE",
  "ARCHIVED",
] as const satisfies readonly CampaignStage[];

/** Year of the Spring Festival that comes next; the day itself still counts as coming. */
export function comingYear(today: CivilDate): number {
  const year = yearOf(today);
  const festival = springFestivalOf(year);

  return festival !== undefined && festival >= today ? year : year + 1;
}

/**
 * By when every household is visited: the last working day before the holiday's block begins (domain.md §6b, §15). With
 * the official days entered they say where the block begins; before, its eve counts as off and the date is provisional.
 * @param festival 正月初一
 */
export function finishBy(calendar: Calendar, festival: CivilDate): { on: CivilDate; isProvisional: boolean } {
  const provisional = isProvisional(calendar, festival);

  return {
    on: previousWorkingDay(calendar, provisional ? addDays(festival, -1) : festival),
    isProvisional: provisional,
  };
}
