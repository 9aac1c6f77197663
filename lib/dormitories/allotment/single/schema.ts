import { z } from "zod";
import { id, ticked, version } from "@/lib/dormitories/schema";

/** One bed outside a round. */
export const AllotBed = z.object({
  caseId: id,
  version,
  bedId: z.uuid({ error: "请选择床位" }),
  /** the room keeps other hours; known and agreed */
  isMixedShift: ticked,
});
export type AllotBed = z.output<typeof AllotBed>;
