"use server";

import { staffAction } from "@/lib/action";
import { resolveDifferences } from "@/lib/insurance/differences/commands";
import { differencesHref } from "@/lib/insurance/differences/rules";
import { ResolveDifferences } from "@/lib/insurance/differences/schema";

export const resolveDifferencesAction = staffAction("insurance.compare", ResolveDifferences, async (permit, input) => ({
  go: (await resolveDifferences(permit, input)) ?? differencesHref({ month: input.month }),
}));
