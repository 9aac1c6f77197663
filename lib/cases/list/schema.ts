import { z } from "zod";

const civil = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined);
const word = z.string().trim().max(60).optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/**
 * Filters of every list of cases, as they stand in the URL. A hand-made value that means nothing is no filter.
 * The figures of the dashboard are counted with the same filters that their links carry.
 */
export const CaseFilter = z.object({
  q: word,
  programme: word,
  /** 科室 or 环卫所 of the person concerned */
  unit: id,
  /** 科室 or 环卫所 that handles it */
  office: id,
  status: z.enum(["open", "waiting", "answered", "closed", "unsettled"]).optional().catch(undefined),
  stage: word,
  due: z.enum(["overdue", "today", "tomorrow", "week", "stopped"]).optional().catch(undefined),
  outcome: z.enum(["RESOLVED", "PARTLY", "EXPLAINED", "UNABLE"]).optional().catch(undefined),
  satisfaction: z.enum(["SATISFIED", "FAIR", "DISSATISFIED", "reached", "content"]).optional().catch(undefined),
  /** answered on time, late, or (due) everything that the on-time rate is reckoned from */
  timing: z.enum(["onTime", "late", "due"]).optional().catch(undefined),
  source: word,
  green: z.enum(["1"]).optional().catch(undefined),
  supervised: z.enum(["1"]).optional().catch(undefined),
  extended: z.enum(["1"]).optional().catch(undefined),
  /** opened in this span */
  openedFrom: civil,
  openedTo: civil,
  /** first answered, or fallen due unanswered, in this span */
  answeredFrom: civil,
  answeredTo: civil,
  person: id,
  after: z.string().max(400).optional().catch(undefined),
});
export type CaseFilter = z.output<typeof CaseFilter>;

/** The four boxes of the inbox. */
export const InboxTab = z.enum(["todo", "done", "mine", "copied"]).catch("todo");
export type InboxTab = z.output<typeof InboxTab>;
