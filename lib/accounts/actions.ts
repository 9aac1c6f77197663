"use server";
import { createAccount, disableAccount, enableAccount } from "@/lib/accounts/commands";
import { Closing, NewAccount } from "@/lib/accounts/schema";
import { staffAction } from "@/lib/action";

export const createAccountAction = staffAction("accounts.create", NewAccount, async (permit, input) => ({
  go: `/accounts/${await createAccount(permit, input)}`,
}));

export const disableAccountAction = staffAction("accounts.disable", Closing, disableAccount);
export const enableAccountAction = staffAction("accounts.enable", Closing, enableAccount);
