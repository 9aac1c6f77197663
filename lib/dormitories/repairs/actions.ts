"use server";

import { staffAction, workerAction } from "@/lib/action";
import { acceptFor, acceptMine } from "@/lib/dormitories/repairs/acceptance/commands";
import { AcceptFor, AcceptMine } from "@/lib/dormitories/repairs/acceptance/schema";
import { recordRepair, reportFault } from "@/lib/dormitories/repairs/commands";
import { RecordRepair, ReportFault } from "@/lib/dormitories/repairs/schema";

export const reportFaultAction = workerAction("my.dormitory", ReportFault, async (permit, input) => ({
  go: `/my/cases/${await reportFault(permit, input)}`,
}));
export const recordRepairAction = staffAction("dormitories.repair", RecordRepair, recordRepair);
export const acceptMineAction = workerAction("my.dormitory", AcceptMine, acceptMine);
export const acceptForAction = staffAction("dormitories.repair", AcceptFor, acceptFor);
