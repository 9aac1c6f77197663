"use server";

import { staffAction } from "@/lib/action";
import { addUnit, changeUnit, closeUnit, mergeUnit, moveUnit } from "@/lib/people/units/commands";
import { AddUnit, ChangeUnit, CloseUnit, MergeUnit, MoveUnit } from "@/lib/people/units/schema";

export const addUnitAction = staffAction("people.changeUnits", AddUnit, async (permit, input) => ({
  go: `/units/${await addUnit(permit, input)}`,
}));

export const changeUnitAction = staffAction("people.changeUnits", ChangeUnit, async (permit, input) => {
  await changeUnit(permit, input);

  return { go: `/units/${input.id}` };
});

export const moveUnitAction = staffAction("people.changeUnits", MoveUnit, async (permit, input) => {
  await moveUnit(permit, input);

  return { go: `/units/${input.id}` };
});

export const closeUnitAction = staffAction("people.changeUnits", CloseUnit, async (permit, input) => {
  await closeUnit(permit, input);

  return { go: "/units" };
});

export const mergeUnitAction = staffAction("people.changeUnits", MergeUnit, async (permit, input) => {
  await mergeUnit(permit, input);

  return { go: `/units/${input.intoId}` };
});
