"use server";
import { staffAction } from "@/lib/action";
import { settleReview } from "@/lib/reception/reviews/commands";
import { SettleReview } from "@/lib/reception/reviews/schema";

export const settleReviewAction = staffAction("reception.settleReview", SettleReview, async (permit, input) => ({
  go: `/reception/${await settleReview(permit, input)}/reviews`,
}));
