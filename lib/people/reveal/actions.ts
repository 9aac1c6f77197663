"use server";

import { staffAction } from "@/lib/action";
import { findByIdNo, reveal } from "@/lib/people/reveal/commands";
import { FindByIdNo, Reveal } from "@/lib/people/reveal/schema";

/** Shown in place and once: the value stands in no address, and going back or reloading does not bring it back. */
export const revealAction = staffAction("people.reveal", Reveal, async (permit, input) => ({
  show: { shown: await reveal(permit, input) },
}));

export const findByIdNoAction = staffAction("people.reveal", FindByIdNo, async (permit, { idNo }) => ({
  go: `/people/${await findByIdNo(permit, idNo)}`,
}));
