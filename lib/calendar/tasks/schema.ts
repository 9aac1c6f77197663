import { z } from "zod";

/** What was done about a reception day or deadline that a changed day touches. */
export const taskSettlement = z.object({
  id: z.uuid(),
  note: z.string({ error: "请写明怎么处理的" }).trim().min(2, "请写明怎么处理的").max(200, "最多200个字"),
});
export type TaskSettlement = z.output<typeof taskSettlement>;

/** Which of the two lists an address asks for. */
export const taskQuery = z.object({ settled: z.literal("1").optional().catch(undefined) }).transform(({ settled }) => ({
  settled: settled === "1",
}));
