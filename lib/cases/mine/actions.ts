"use server";

import { workerAction } from "@/lib/action";
import { confirmMine, reopenMine, withdrawMine } from "@/lib/cases/mine/commands";
import { ConfirmMine, ReopenMine, TouchMine } from "@/lib/cases/mine/schema";

export const confirmMineAction = workerAction("my.confirm", ConfirmMine, confirmMine);
export const reopenMineAction = workerAction("my.reopen", ReopenMine, reopenMine);
export const withdrawMineAction = workerAction("my.withdraw", TouchMine, withdrawMine);
