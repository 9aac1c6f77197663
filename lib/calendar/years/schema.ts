import { z } from "zod";
import { festivalCodes, type Blocks, type Festival } from "@/lib/calendar/festivals/rules";
import { faultsOf } from "@/lib/calendar/years/rules";
import { parseCivil } from "@/lib/dates";

const date = z
  .string()
  .refine((text) => parseCivil(text) !== undefined, "请填写日期")
  .optional();
const block = z.object({ from: date, to: date, makeUpOne: date, makeUpTwo: date }).default({});
type TypedBlock = z.output<typeof block>;
const blocks = z.object({
  NEW_YEAR: block,
  SPRING: block,
  QINGMING: block,
  LABOUR: block,
  DRAGON_BOAT: block,
  MID_AUTUMN: block,
  NATIONAL: block,
} satisfies Record<Festival, typeof block>);
const fieldOf = { from: "from", to: "to", makeUp: "makeUpOne" } as const;

/** A year's holidays as the State Council's notice gives them, each fault told at its field. */
export const yearEntry = z
  .object({
    year: z.int().min(2017).max(2100),
    status: z.enum(["OFFICIAL", "PROVISIONAL"], { error: "请选择通知是否已经发布" }),
    notice: z.string().trim().max(100, "最多100个字").default(""),
    isChecked: z.boolean().default(false),
    /** Newest change of these two years that was on the screen; empty when there was none. */
    seenId: z.string().default(""),
    blocks: blocks.prefault({}),
  })
  .transform((typed, context) => {
    const read = (code: Festival) => readBlock(typed.blocks[code]);
    const entered = Object.fromEntries(festivalCodes.map((code) => [code, read(code)])) as Blocks;
    const isOfficial = typed.status === "OFFICIAL";
    const complain = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const fault of faultsOf(typed.year, entered, isOfficial)) {
      complain(["blocks", fault.festival, fieldOf[fault.field]], fault.sentence);
    }
    if (isOfficial && typed.notice.length < 4) complain(["notice"], "请填写通知的名称或文号");
    // What the form proposed must have been looked at by a human being.
    if (!typed.isChecked) complain(["isChecked"], "请逐日核对后打勾");

    return { year: typed.year, isOfficial, notice: typed.notice, seenId: typed.seenId, blocks: entered };
  });
export type YearEntry = z.output<typeof yearEntry>;

/** The year in an address, and after an entry what it did; anything else counts as not given. */
export const yearQuery = z.object({
  year: z.coerce.number().int().min(2017).max(2100).optional().catch(undefined),
  days: z.coerce.number().int().min(0).optional().catch(undefined),
  tasks: z.coerce.number().int().min(0).optional().catch(undefined),
});

function readBlock({ from, to, makeUpOne, makeUpTwo }: TypedBlock): Blocks[Festival] {
  return { from, to, makeUp: [makeUpOne, makeUpTwo].filter((day) => day !== undefined) };
}
