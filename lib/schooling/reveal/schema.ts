import { z } from "zod";
import { id, needed } from "@/lib/schooling/schema";

export const RevealChild = z.object({ caseId: id, reason: needed(4, 200, "请写明为什么要看，不少于 4 个字") });
export type RevealChild = z.output<typeof RevealChild>;
