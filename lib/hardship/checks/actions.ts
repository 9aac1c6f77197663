"use server";

import { staffAction } from "@/lib/action";
import { recordDocuments, reportVisit, startVisit } from "@/lib/hardship/checks/commands";
import { RecordDocuments, ReportVisit, StartVisit } from "@/lib/hardship/checks/schema";

export const recordDocumentsAction = staffAction("hardship.check", RecordDocuments, recordDocuments);
export const startVisitAction = staffAction("hardship.check", StartVisit, startVisit);
export const reportVisitAction = staffAction("hardship.check", ReportVisit, reportVisit);
