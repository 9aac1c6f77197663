"use server";

import { staffAction } from "@/lib/action";
import { beginPerson, createPerson } from "@/lib/people/records/commands";
import { NewPerson, PersonIdentity } from "@/lib/people/records/schema";

export const beginPersonAction = staffAction("people.create", PersonIdentity, async (permit, identity) => ({
  go: `/people/new/details?draft=${beginPerson(permit, identity)}`,
}));

export const createPersonAction = staffAction("people.create", NewPerson, async (permit, input) => ({
  go: `/people/${await createPerson(permit, input)}`,
}));
