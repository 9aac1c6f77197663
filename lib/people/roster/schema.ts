import { z } from "zod";
import { EmploymentType, HukouScope, PostType } from "@/prisma/generated/enums";

const first = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value);
/** A word of a hand-made address that is none of ours counts as not given. */
const given = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional().catch(undefined));
const words = given(z.string().trim().min(1).max(40));
const mark = given(z.literal("1"));

/** The state of the roster is its address. */
export const RosterFilter = z.object({
  q: words,
  unit: given(z.uuid()),
  tab: z.preprocess(first, z.enum(["working", "retired", "left", "all"]).catch("working")),
  /** saved lists: 六个月内到龄, 居住证六十天内到期 */
  list: given(z.enum(["retiring", "permits"])),
  type: given(z.enum(EmploymentType)),
  origin: given(z.enum(HukouScope)),
  post: given(z.enum(PostType)),
  leader: mark,
  green: mark,
  /** part of a unit's name, for the tree */
  units: words,
  after: given(z.string().max(400)),
  before: given(z.string().max(400)),
});
export type RosterFilter = z.output<typeof RosterFilter>;
