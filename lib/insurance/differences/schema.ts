import { z } from "zod";
import { needed } from "@/lib/insurance/schema";
import { DifferenceKind, Resolution } from "@/prisma/generated/enums";

const kinds = Object.keys(DifferenceKind).join("|");
const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Filters of the list as they stand in the URL; a hand-made value that means nothing is no filter. */
export const DifferenceFilter = z.object({
  tab: z.enum(["open", "asked", "done"]).catch("open"),
  /** left out: the newest list */
  month: z.string().regex(month).optional().catch(undefined),
  kind: z.enum(DifferenceKind).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(40).optional().catch(undefined),
  /** the one difference that is about to be decided */
  pick: z
    .string()
    .regex(new RegExp(`^(${kinds})\\.${uuid}$`))
    .optional()
    .catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});
export type DifferenceFilter = z.output<typeof DifferenceFilter>;

/** One decision about one or many differences of a month; each as `kind.subject|version seen`, 0 = nobody decided yet. */
export const ResolveDifferences = z.object({
  month: z.string().regex(month, { error: "请刷新页面再办" }),
  picked: z
    .array(z.string().regex(new RegExp(`^(${kinds})\\.${uuid}\\|\\d{1,9}$`), { error: "请刷新页面再办" }), {
      error: "请勾选要处理的差异",
    })
    .min(1, { error: "请勾选要处理的差异" })
    .max(50, { error: "一次最多处理 50 条" }),
  resolution: z.enum(Resolution, { error: "请选择以哪边为准" }),
  note: needed(2, 200, "请写明依据，例如 函号、哪天和谁核对的"),
});
export type ResolveDifferences = z.output<typeof ResolveDifferences>;
