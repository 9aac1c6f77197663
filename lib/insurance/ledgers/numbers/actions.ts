"use server";

import { redirect } from "next/navigation";
import { staffAction } from "@/lib/action";
import { openNumbers } from "@/lib/insurance/ledgers/numbers/commands";
import { OpenNumbers } from "@/lib/insurance/ledgers/numbers/schema";
import { ledgerHref } from "@/lib/insurance/ledgers/rules";

/** 印全号: back to the same paper, now with the numbers. */
export const openNumbersAction = staffAction("insurance.export", OpenNumbers, async (permit, input) => {
  await openNumbers(permit, input);
  redirect(ledgerHref("/insurance/ledgers/print", { no: "3", month: input.month, unit: input.unit }));
});
