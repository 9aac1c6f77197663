import { z } from "zod";
import { civil, id, needed, version } from "@/lib/hardship/schema";

/** 编一个走访组; with an id, the same group changed */
export const SaveGroup = z.object({
  campaignId: id,
  groupId: id.optional(),
  version: version.optional(),
  name: needed(2, 20, "请给这一组起个名字，例如 第一组"),
  leaderId: z.uuid({ error: "请选择带队领导" }),
  officerId: z.uuid({ error: "请选择干事" }),
  liaisonId: z.uuid({ error: "请选择联络员" }),
  plannedOn: civil("请填写计划哪天去"),
  route: z.string().trim().max(300, { error: "最多 300 个字" }).optional(),
});
export type SaveGroup = z.output<typeof SaveGroup>;

const from = id.or(z.literal("none"));

/** 把一个单位的户一次编进组 */
export const PutUnit = z.object({
  campaignId: id,
  unitId: id,
  groupId: z.uuid({ error: "请选择编进哪一组" }),
});
export type PutUnit = z.output<typeof PutUnit>;

/** 把勾选的户换到别的组, or out of it; `from` is where they stand on the screen */
export const PutRows = z.object({
  campaignId: id,
  from,
  groupId: z.union([id, z.literal("none")], { error: "请选择换到哪一组" }),
  rows: z
    .union([id.transform((one) => [one]), z.array(id)], { error: "请先勾选要换组的户" })
    .optional()
    .transform((ids) => ids ?? [])
    .pipe(z.array(id).min(1, { error: "请先勾选要换组的户" }).max(200, { error: "一次最多换 200 户" })),
});
export type PutRows = z.output<typeof PutRows>;

/** Which group's households the page shows, `none` for those without one. */
export const GroupFilter = z.object({
  group: from.catch("none"),
  after: z.string().max(400).optional().catch(undefined),
});
export type GroupFilter = z.output<typeof GroupFilter>;
