"use server";

import { staffAction } from "@/lib/action";
import { moveTransfer, openTransfer } from "@/lib/insurance/transfers/commands";
import { MoveTransfer, OpenTransfer } from "@/lib/insurance/transfers/schema";

export const openTransferAction = staffAction("insurance.transfer", OpenTransfer, async (permit, input) => ({
  go: `/insurance/transfers/${await openTransfer(permit, input)}`,
}));
export const moveTransferAction = staffAction("insurance.transfer", MoveTransfer, moveTransfer);
