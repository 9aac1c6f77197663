"use server";
import { endOwnSessions, endSessionsOf } from "@/lib/accounts/sessions/commands";
import { Ending, OwnEnding } from "@/lib/accounts/sessions/schema";
import { staffAction, workerAction } from "@/lib/action";

export const endSessionsAction = staffAction("accounts.endSessions", Ending, endSessionsOf);
export const endOwnSessionsAction = staffAction("accounts.own", OwnEnding, endOwnSessions);
export const endMySessionsAction = workerAction("accounts.own", OwnEnding, endOwnSessions);
