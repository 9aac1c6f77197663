import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import { drawnSignature } from "@/lib/cases/sign-offs/schema";
import { id, staffNo, version } from "@/lib/dormitories/schema";

const which = { ticketId: id, version };

export const AcceptMine = z.object(which);
export type AcceptMine = z.output<typeof AcceptMine>;

/** Somebody accepts at the door: signed on the screen, or on paper that is photographed. */
export const AcceptFor = z.object({
  ...which,
  acceptorNo: staffNo("请填写谁验收的（工号）"),
  drawn: drawnSignature.optional(),
  file: uploadedFile.optional(),
});
export type AcceptFor = z.output<typeof AcceptFor>;
