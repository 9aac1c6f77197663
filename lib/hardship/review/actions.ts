"use server";

import { staffAction } from "@/lib/action";
import { CancelFile, Decide, ProposeReview, TouchFile } from "@/lib/hardship/decisions/schema";
import { cancelFile, checkPaper, confirmReview, openReview, proposeReview } from "@/lib/hardship/review/commands";

export const openReviewAction = staffAction("hardship.review", TouchFile, async (permit, input) => ({
  go: `/hardship/cases/${await openReview(permit, input)}`,
}));
export const proposeReviewAction = staffAction("hardship.review", ProposeReview, proposeReview);
export const confirmReviewAction = staffAction("hardship.agree", Decide, confirmReview);
export const cancelFileAction = staffAction("hardship.cancel", CancelFile, cancelFile);
export const checkPaperAction = staffAction("hardship.assess", TouchFile, checkPaper);
