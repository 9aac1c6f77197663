"use server";

import { staffAction } from "@/lib/action";
import { changePerson } from "@/lib/people/parts/commands";
import { isLuhn } from "@/lib/people/parts/rules";
import {
  ChangeBank,
  ChangeBasic,
  ChangeCare,
  ChangeContact,
  ChangeHukou,
  ChangeUnion,
} from "@/lib/people/parts/schema";

export const changeBasic = staffAction("people.change", ChangeBasic, async (permit, input) => {
  await changePerson(permit, "basic", input);

  return { go: `/people/${input.id}` };
});

export const changeHukou = staffAction("people.change", ChangeHukou, async (permit, input) => {
  await changePerson(permit, "hukou", input);

  return { go: `/people/${input.id}` };
});

export const changeContact = staffAction("people.change", ChangeContact, async (permit, input) => {
  await changePerson(permit, "contact", input);

  return { go: `/people/${input.id}` };
});

export const changeBank = staffAction("people.change", ChangeBank, async (permit, input) => {
  await changePerson(permit, "bank", input);
  const isSlip = input.bankCard !== undefined && !isLuhn(input.bankCard);

  return { go: `/people/${input.id}${isSlip ? "?note=card" : ""}` };
});

export const changeUnion = staffAction("people.change", ChangeUnion, async (permit, input) => {
  await changePerson(permit, "union", input);

  return { go: `/people/${input.id}` };
});

export const changeCare = staffAction("people.change", ChangeCare, async (permit, input) => {
  await changePerson(permit, "care", input);

  return { go: `/people/${input.id}` };
});
