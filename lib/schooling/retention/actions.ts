"use server";

import { staffAction } from "@/lib/action";
import { reduceExpired } from "@/lib/schooling/retention/commands";
import { ReduceExpired } from "@/lib/schooling/retention/schema";

export const reduceExpiredAction = staffAction("schooling.reduce", ReduceExpired, async (permit) => {
  await reduceExpired(permit);
});
