"use server";
import { resetSecret, unlockAccount } from "@/lib/accounts/secrets/commands";
import { SecretReset, Unlock } from "@/lib/accounts/secrets/schema";
import { staffAction } from "@/lib/action";

export const resetSecretAction = staffAction("accounts.resetSecret", SecretReset, async (permit, input) => {
  const { loginName, secret } = await resetSecret(permit, input);

  return { show: { loginName, secret } };
});

export const unlockAction = staffAction("accounts.unlock", Unlock, unlockAccount);
