"use server";

import { staffAction } from "@/lib/action";
import { addNote, copyCase, editCase, superviseCase, urgeCase } from "@/lib/cases/notes/commands";
import { AddNote, CopyCase, EditCase, Urge } from "@/lib/cases/notes/schema";

export const addNoteAction = staffAction("cases.note", AddNote, addNote);
export const urgeCaseAction = staffAction("cases.urge", Urge, urgeCase);
export const superviseCaseAction = staffAction("cases.supervise", Urge, superviseCase);
export const copyCaseAction = staffAction("cases.copy", CopyCase, copyCase);
export const editCaseAction = staffAction("cases.edit", EditCase, async (permit, input) => {
  await editCase(permit, input);

  return { go: `/cases/${input.caseId}` };
});
