"use server";
import { changeSecret } from "@/lib/accounts/own/commands";
import { NewSecret } from "@/lib/accounts/own/schema";
import { staffAction, workerAction } from "@/lib/action";

export const changePasswordAction = staffAction("accounts.own", NewSecret, async (permit, input) => {
  await changeSecret(permit, input);

  return { go: "/account?changed=1" };
});

export const changePinAction = workerAction("accounts.own", NewSecret, async (permit, input) => {
  await changeSecret(permit, input);

  return { go: "/my/account?changed=1" };
});
