"use server";

import { staffAction } from "@/lib/action";
import { approve, grantAgain, payFirst, refuse, sendBack } from "@/lib/relief/decisions/commands";
import { Approve, Decline, GrantAgain, PayFirst } from "@/lib/relief/decisions/schema";

export const approveAction = staffAction("relief.decide", Approve, approve);
export const refuseAction = staffAction("relief.decide", Decline, refuse);
export const sendBackAction = staffAction("relief.decide", Decline, sendBack);
export const payFirstAction = staffAction("relief.decide", PayFirst, payFirst);
export const grantAgainAction = staffAction("relief.handle", GrantAgain, grantAgain);
