import { z } from "zod";
import { civil, id, needed, version } from "@/lib/hardship/schema";

/** 改天再去 */
export const PlanAgain = z.object({ rowId: id, version, plannedAgainOn: civil("请填写哪天再去") });
export type PlanAgain = z.output<typeof PlanAgain>;

/** 从名单上撤下 */
export const TakeOffRow = z.object({
  rowId: id,
  version,
  reason: needed(4, 200, "请写明为什么撤下，不少于 4 个字"),
});
export type TakeOffRow = z.output<typeof TakeOffRow>;

/** 冲正以后重新发放 */
export const GrantAgain = z.object({ rowId: id, version });
export type GrantAgain = z.output<typeof GrantAgain>;
