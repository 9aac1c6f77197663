"use server";

import { staffAction, workerAction } from "@/lib/action";
import { changeDwelling, recordPaper, seePapers, sendPaper } from "@/lib/schooling/materials/commands";
import { ChangeDwelling, RecordPaper, SeePapers, SendPaper } from "@/lib/schooling/materials/schema";

/** Back to the list, with the form of this paper closed. */
export const recordPaperAction = staffAction("schooling.collect", RecordPaper, async (permit, input) => {
  await recordPaper(permit, input);

  return { go: `/schooling/${input.caseId}` };
});
export const seePapersAction = staffAction("schooling.collect", SeePapers, seePapers);
export const changeDwellingAction = staffAction("schooling.collect", ChangeDwelling, changeDwelling);
export const keepPaperAction = staffAction("schooling.collect", SendPaper, sendPaper);
export const sendMyPaperAction = workerAction("my.schooling", SendPaper, async (permit, input) => {
  await sendPaper(permit, input);

  return { go: "/my/schooling" };
});
