"use server";

import { staffAction } from "@/lib/action";
import {
  acceptProposal,
  proposeChange,
  proposeEvent,
  proposePerson,
  returnProposal,
  withdrawProposal,
} from "@/lib/people/proposals/commands";
import {
  AcceptProposal,
  ProposeChange,
  ProposeEvent,
  ProposePerson,
  ReturnProposal,
  WithdrawProposal,
} from "@/lib/people/proposals/schema";

const list = "/people/proposals";

export const proposePersonAction = staffAction("people.propose", ProposePerson, async (permit, input) => {
  await proposePerson(permit, input);

  return { go: list };
});

export const proposeChangeAction = staffAction("people.propose", ProposeChange, async (permit, input) => {
  await proposeChange(permit, input);

  return { go: list };
});

export const proposeEventAction = staffAction("people.propose", ProposeEvent, async (permit, input) => {
  await proposeEvent(permit, input);

  return { go: list };
});

export const withdrawProposalAction = staffAction("people.propose", WithdrawProposal, async (permit, input) => {
  await withdrawProposal(permit, input);
});

export const acceptProposalAction = staffAction("people.decide", AcceptProposal, async (permit, input) => {
  await acceptProposal(permit, input);

  return { go: list };
});

export const returnProposalAction = staffAction("people.decide", ReturnProposal, async (permit, input) => {
  await returnProposal(permit, input);

  return { go: list };
});
