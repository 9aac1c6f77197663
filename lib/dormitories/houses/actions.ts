"use server";

import { staffAction } from "@/lib/action";
import { openAgain, shutBeds } from "@/lib/dormitories/houses/closures/commands";
import { OpenAgain, ShutBeds } from "@/lib/dormitories/houses/closures/schema";
import { addBeds, buildRoom, changeRoom, retireBed } from "@/lib/dormitories/houses/rooms/commands";
import { AddBeds, BuildRoom, ChangeRoom, RetireBed } from "@/lib/dormitories/houses/rooms/schema";
import { buildSite, changeSite, closeSite, reopenSite } from "@/lib/dormitories/houses/sites/commands";
import { BuildSite, ChangeSite, CloseSite, ReopenSite } from "@/lib/dormitories/houses/sites/schema";

export const buildSiteAction = staffAction("dormitories.build", BuildSite, async (permit, input) => ({
  go: `/dormitories/${await buildSite(permit, input)}`,
}));
export const changeSiteAction = staffAction("dormitories.build", ChangeSite, async (permit, input) => {
  await changeSite(permit, input);

  return { go: `/dormitories/${input.siteId}` };
});
export const closeSiteAction = staffAction("dormitories.build", CloseSite, closeSite);
export const reopenSiteAction = staffAction("dormitories.build", ReopenSite, reopenSite);
export const buildRoomAction = staffAction("dormitories.build", BuildRoom, async (permit, input) => ({
  go: `/dormitories/${input.siteId}/rooms/${await buildRoom(permit, input)}`,
}));
export const changeRoomAction = staffAction("dormitories.build", ChangeRoom, changeRoom);
export const addBedsAction = staffAction("dormitories.build", AddBeds, addBeds);
export const retireBedAction = staffAction("dormitories.build", RetireBed, retireBed);
export const shutBedsAction = staffAction("dormitories.build", ShutBeds, shutBeds);
export const openAgainAction = staffAction("dormitories.build", OpenAgain, openAgain);
