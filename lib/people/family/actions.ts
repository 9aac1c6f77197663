"use server";

import { staffAction } from "@/lib/action";
import { addMember, changeMember, joinHousehold, leaveHousehold, removeMember } from "@/lib/people/family/commands";
import { AddMember, ChangeMember, JoinHousehold, LeaveHousehold, RemoveMember } from "@/lib/people/family/schema";

export const addMemberAction = staffAction("people.change", AddMember, async (permit, input) => {
  await addMember(permit, input);

  return { go: `/people/${input.personId}/family` };
});

export const changeMemberAction = staffAction("people.change", ChangeMember, async (permit, input) => {
  await changeMember(permit, input);

  return { go: `/people/${input.personId}/family` };
});

export const removeMemberAction = staffAction("people.change", RemoveMember, async (permit, input) => {
  await removeMember(permit, input);

  return { go: `/people/${input.personId}/family` };
});

export const joinHouseholdAction = staffAction("people.change", JoinHousehold, async (permit, input) => {
  await joinHousehold(permit, input);

  return { go: `/people/${input.personId}/family` };
});

export const leaveHouseholdAction = staffAction("people.change", LeaveHousehold, async (permit, input) => {
  await leaveHousehold(permit, input);

  return { go: `/people/${input.personId}/family` };
});
