"use server";

import { staffAction } from "@/lib/action";
import { agreeStars, awardStars, lowerStars, openStars, selfRate, sumUpStars } from "@/lib/dormitories/rating/commands";
import { inspect } from "@/lib/dormitories/rating/inspections/commands";
import { Inspect, LowerStars, OpenStars, SelfRate, TouchStars } from "@/lib/dormitories/rating/schema";

export const openStarsAction = staffAction("dormitories.rate", OpenStars, async (permit, input) => ({
  go: `/dormitories/stars/${await openStars(permit, input)}`,
}));
export const selfRateAction = staffAction("dormitories.rate", SelfRate, selfRate);
export const inspectAction = staffAction("dormitories.inspect", Inspect, async (permit, input) => {
  await inspect(permit, input);

  return { go: `/dormitories/${input.siteId}` };
});
export const sumUpStarsAction = staffAction("dormitories.rate", TouchStars, sumUpStars);
export const agreeStarsAction = staffAction("dormitories.agree", TouchStars, agreeStars);
export const awardStarsAction = staffAction("dormitories.approve", TouchStars, awardStars);
export const lowerStarsAction = staffAction("dormitories.agree", LowerStars, lowerStars);
