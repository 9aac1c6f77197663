import { z } from "zod";

const mineTabs = ["todo", "done"] as const;

/** Which households: still to be visited, or done; from the URL, where nonsense is no filter. */
export const MineFilter = z.object({
  tab: z.enum(mineTabs).catch("todo"),
  after: z.string().max(400).optional().catch(undefined),
});
export type MineFilter = z.output<typeof MineFilter>;
