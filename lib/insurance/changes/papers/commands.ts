import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { paperOwner } from "@/lib/insurance/changes/papers/rules";
import type { SendPaper } from "@/lib/insurance/changes/papers/schema";
import { loadChange } from "@/lib/insurance/changes/queries";
import { Refusal } from "@/lib/refusal";
import { readUpload, withUpload } from "@/lib/uploads";
import { transact } from "@/prisma/client";

/** Keeps a paper with a form. Refused: what is no picture or PDF, a form that is settled, out of reach. */
export async function sendPaper(permit: Permit<"insurance.draft">, input: SendPaper): Promise<void> {
  const upload = await readUpload(input.file);
  await withUpload(upload, (storedName) =>
    transact(async (tx) => {
      const { change, loaded } = await loadChange(tx, permit, input);
      if (!["open", "waiting"].includes(loaded.status)) throw new Refusal("这张表已经办完了，不用再交材料。");
      const { id: ownerId, personId, unitId } = change;
      const paper = { owner: paperOwner, ownerId, programme: "insurance", personId, unitId, kind: input.kind };
      await recordAttachment(tx, permit, paper, { upload, storedName });
    }),
  );
}
