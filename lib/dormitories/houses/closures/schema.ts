import { z } from "zod";
import { civil, id, needed, ticked, version } from "@/lib/dormitories/schema";
import { ClosureKind } from "@/prisma/generated/enums";

export const ShutBeds = z.object({
  roomId: id,
  version,
  /** one bed of the room; none = the whole room */
  bedId: z.uuid({ error: "请从列出的床里选" }).optional(),
  kind: z.enum(ClosureKind, { error: "请选择维修还是停用" }),
  fromOn: civil("请填写从哪天起"),
  toOn: civil("请按 2026-11-06 的样子填写修到哪天").optional(),
  reason: needed(2, 200, "请写明修什么、为什么停用"),
  isKnown: ticked,
});
export type ShutBeds = z.output<typeof ShutBeds>;

export const OpenAgain = z.object({ closureId: id, version });
export type OpenAgain = z.output<typeof OpenAgain>;
