"use server";

import { staffAction, workerAction } from "@/lib/action";
import { endRelief, reportFor, reportMine, returnReport, withdrawMine } from "@/lib/relief/reports/commands";
import { EndRelief, ReportFor, ReportMine, ReturnReport, WithdrawMine } from "@/lib/relief/reports/schema";

export const reportMineAction = workerAction("my.relief", ReportMine, async (permit, input) => {
  await reportMine(permit, input);

  return { go: "/my/relief" };
});
export const withdrawMineAction = workerAction("my.relief", WithdrawMine, withdrawMine);
export const reportForAction = staffAction("relief.report", ReportFor, async (permit, input) => ({
  go: `/relief/${await reportFor(permit, input)}`,
}));
export const returnReportAction = staffAction("relief.handle", ReturnReport, returnReport);
export const endReliefAction = staffAction("relief.report", EndRelief, endRelief);
