import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { dateColumn } from "@/lib/dates";
import type { SendPaper } from "@/lib/hardship/mine/schema";
import { filesWithin } from "@/lib/hardship/reach/queries";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { readUpload, withUpload } from "@/lib/uploads";
import { transact } from "@/prisma/client";

/**
 * Keeps the photo of a paper and ticks the paper as received; the original is looked at by somebody at the desk.
 * Refused: what is no picture or PDF, an application that is decided, out of reach.
 */
export async function sendPaper(
  permit: Permit<"my.hardship"> | Permit<"hardship.check">,
  input: SendPaper,
): Promise<void> {
  const upload = await readUpload(input.file);
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const [found] = await tx.$queryRaw<
        { id: string; fileId: string; personId: string; unitId: string; status: string }[]
      >`
        select a.id, f.id as "fileId", a.applicant_id as "personId", f.unit_id as "unitId", c.status::text as status
        from hardship_assessment a join hardship_file f on f.id = a.file_id join welfare_case c on c.id = a.case_id
        where a.id = ${input.assessmentId}::uuid and ${filesWithin(permit)}`;
      if (!found) notFound();
      if (!["open", "waiting"].includes(found.status)) throw new Refusal("这次申请已经办完了，不用再交材料。");
      await recordAttachment(
        tx,
        permit,
        {
          owner: "hardship_file",
          ownerId: found.fileId,
          programme: "hardship",
          personId: found.personId,
          unitId: found.unitId,
          kind: input.kind,
          hasConsent: true,
        },
        { upload, storedName },
      );
      await tx.hardshipDocument.upsert({
        where: { assessmentId_kind: { assessmentId: found.id, kind: input.kind } },
        create: { id: newId(), assessmentId: found.id, kind: input.kind, receivedOn: dateColumn(permit.today) },
        update: {},
      });
    }),
  );
}
