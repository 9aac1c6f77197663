"use server";

import { staffAction } from "@/lib/action";
import {
  approveChange,
  draftChange,
  editChange,
  fileChanges,
  rejectChange,
  submitChange,
} from "@/lib/insurance/changes/commands";
import { sendPaper } from "@/lib/insurance/changes/papers/commands";
import { SendPaper } from "@/lib/insurance/changes/papers/schema";
import {
  ApproveChange,
  DraftChange,
  EditChange,
  FileChanges,
  RejectChange,
  TouchChange,
} from "@/lib/insurance/changes/schema";

export const draftChangeAction = staffAction("insurance.draft", DraftChange, async (permit, input) => ({
  go: `/insurance/changes/${await draftChange(permit, input)}`,
}));
export const editChangeAction = staffAction("insurance.draft", EditChange, editChange);
export const submitChangeAction = staffAction("insurance.draft", TouchChange, submitChange);
export const fileChangesAction = staffAction("insurance.check", FileChanges, fileChanges);
export const approveChangeAction = staffAction("insurance.check", ApproveChange, approveChange);
export const rejectChangeAction = staffAction("insurance.check", RejectChange, rejectChange);
export const sendPaperAction = staffAction("insurance.draft", SendPaper, sendPaper);
