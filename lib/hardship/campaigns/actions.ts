"use server";

import { staffAction } from "@/lib/action";
import { approveBudget, placeByHand, sendBackBudget, setBudget } from "@/lib/hardship/campaigns/budget/commands";
import {
  changeCampaign,
  createCampaign,
  openSurvey,
  sendBackList,
  submitList,
  voidCampaign,
} from "@/lib/hardship/campaigns/commands";
import { draftListNotice } from "@/lib/hardship/campaigns/notice/commands";
import { agreeList } from "@/lib/hardship/campaigns/order/commands";
import {
  ApproveBudget,
  ChangeCampaign,
  NewCampaign,
  PlaceByHand,
  SaidCampaign,
  SetBudget,
  SubmitList,
  TouchCampaign,
} from "@/lib/hardship/campaigns/schema";
import { archiveCampaign, confirmAccount, sendBackAccount, settle } from "@/lib/hardship/campaigns/settlement/commands";

export const createCampaignAction = staffAction("hardship.planVisits", NewCampaign, async (permit, input) => ({
  go: `/hardship/visits/${await createCampaign(permit, input)}`,
}));
export const changeCampaignAction = staffAction("hardship.planVisits", ChangeCampaign, changeCampaign);
export const openSurveyAction = staffAction("hardship.planVisits", TouchCampaign, openSurvey);
export const submitListAction = staffAction("hardship.planVisits", SubmitList, submitList);
export const voidCampaignAction = staffAction("hardship.planVisits", SaidCampaign, voidCampaign);
export const agreeListAction = staffAction("hardship.agreeVisits", SaidCampaign, agreeList);
export const sendBackListAction = staffAction("hardship.agreeVisits", SaidCampaign, sendBackList);
export const setBudgetAction = staffAction("hardship.planVisits", SetBudget, setBudget);
export const placeByHandAction = staffAction("hardship.planVisits", PlaceByHand, placeByHand);
export const approveBudgetAction = staffAction("hardship.approveVisits", ApproveBudget, approveBudget);
export const sendBackBudgetAction = staffAction("hardship.approveVisits", SaidCampaign, sendBackBudget);
export const draftListNoticeAction = staffAction("hardship.planVisits", TouchCampaign, async (permit, input) => ({
  go: `/notices/${await draftListNotice(permit, input)}`,
}));
export const settleAction = staffAction("hardship.planVisits", SaidCampaign, settle);
export const confirmAccountAction = staffAction("hardship.confirmVisits", SaidCampaign, async (permit, input) => {
  await confirmAccount(permit, input);
});
export const sendBackAccountAction = staffAction("hardship.confirmVisits", SaidCampaign, sendBackAccount);
export const archiveCampaignAction = staffAction("hardship.planVisits", TouchCampaign, archiveCampaign);
