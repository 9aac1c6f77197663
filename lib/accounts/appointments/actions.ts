"use server";
import { grantRole, revokeRole } from "@/lib/accounts/appointments/commands";
import { NewAppointment, Revocation } from "@/lib/accounts/appointments/schema";
import { staffAction } from "@/lib/action";

export const grantRoleAction = staffAction("accounts.grant", NewAppointment, async (permit, input) => {
  await grantRole(permit, input);

  return { go: `/accounts/${input.accountId}` };
});

export const revokeRoleAction = staffAction("accounts.grant", Revocation, revokeRole);
