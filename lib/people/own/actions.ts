"use server";

import { workerAction } from "@/lib/action";
import { changeOwnContact } from "@/lib/people/own/commands";
import { OwnContact } from "@/lib/people/own/schema";

export const changeOwnContactAction = workerAction("my.changeContact", OwnContact, async (permit, input) => {
  await changeOwnContact(permit, input);

  return { go: "/my/info" };
});
