"use server";
import { staffAction } from "@/lib/action";
import { changeParameter } from "@/lib/parameters/commands";
import { parameterChange } from "@/lib/parameters/schema";

export const changeParameterAction = staffAction("parameters.change", parameterChange, async (permit, input) => {
  await changeParameter(permit, input);

  return { go: `/parameters/${input.key}` };
});
