"use server";

import { staffAction } from "@/lib/action";
import { beginFromProposal, beginPerson, createPerson } from "@/lib/people/records/commands";
import { NewPerson, PersonIdentity, ProposedPerson } from "@/lib/people/records/schema";

export const beginPersonAction = staffAction("people.create", PersonIdentity, async (permit, identity) => ({
  go: `/people/new/details?draft=${beginPerson(permit, identity)}`,
}));

export const createPersonAction = staffAction("people.create", NewPerson, async (permit, input) => ({
  go: `/people/${await createPerson(permit, input)}`,
}));

export const beginFromProposalAction = staffAction("people.create", ProposedPerson, async (permit, { proposalId }) => ({
  go: `/people/new/details?draft=${await beginFromProposal(permit, proposalId)}&proposal=${proposalId}`,
}));
