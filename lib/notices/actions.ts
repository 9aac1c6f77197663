"use server";

import { staffAction } from "@/lib/action";
import { publishNotice, voidNotice } from "@/lib/notices/commands";
import { draftByHand } from "@/lib/notices/drafts/commands";
import { DraftForm, PublishNotice, VoidNotice } from "@/lib/notices/schema";

export const draftNoticeAction = staffAction("notices.draft", DraftForm, async (permit, input) => ({
  go: `/notices/${await draftByHand(permit, input)}`,
}));
export const publishNoticeAction = staffAction("notices.publish", PublishNotice, publishNotice);
export const voidNoticeAction = staffAction("notices.void", VoidNotice, voidNotice);
