import type { ProgrammeName } from "@/lib/programmes";
import type { Complexity, Outcome } from "@/prisma/generated/enums";
import type { DivisionName } from "./units";

/** Who settles it: the person's own station, or a 科室. */
export type HandlerName = "station" | DivisionName;

/**
 * One story as a clerk writes it down. Words in braces are filled in: {m} last month, {team}, {room}, {days}, {yuan},
 * {road}, {name}.
 */
export type CaseText = {
  topic: string;
  title: string;
  content: string;
  demand?: string;
  handler: HandlerName;
  weight: Complexity;
  answer: string;
  outcome?: Outcome;
  /** only somebody of this kind has this trouble */
  suits?: "migrant" | "retiree" | "driver" | "woman" | "frontline";
};

export type ProgrammeTexts = Record<ProgrammeName, readonly CaseText[]>;
