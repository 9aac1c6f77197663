import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { applyMove } from "@/lib/cases/commands";
import { claimants, claiming, holdBed } from "@/lib/dormitories/allotment/holds/commands";
import type { AllotBed } from "@/lib/dormitories/allotment/single/schema";
import { freeBeds, type OpenBed } from "@/lib/dormitories/board/free/queries";
import { bedName } from "@/lib/dormitories/rules";
import { waitingLine, type Entrant } from "@/lib/dormitories/line/queries";
import { kindOf } from "@/lib/dormitories/line/rules";
import { loadWish } from "@/lib/dormitories/reach/queries";
import { moveInBy, refuseRoom } from "@/lib/dormitories/rules";
import { shiftWords } from "@/lib/dormitories/words";
import { parameterAt } from "@/lib/parameters/queries";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "@/prisma/client";

/**
 * 单张床分配: a free bed to the first in line whom it suits; for a couple both beds of the room.
 * Refused: somebody stands before in the line for the same kind of bed and would take this one (rank is never skipped
 * outside a round), another sex, an upper bunk for who needs a lower one, other hours without saying so, a bed that was
 * just taken, the officer's own application.
 */
export async function allotBed(permit: Permit<"dormitories.allot">, input: AllotBed): Promise<void> {
  await claiming(permit, async (tx) => {
    const { loaded, application } = await loadWish(tx, permit, input);
    if (application.personId === permit.actor.personId) throw new Refusal("这是您自己的申请，要由别人办理。");
    const line = await waitingLine(tx, permit);
    const entrant = line.find(({ id }) => id === application.id);
    if (!entrant) throw new Refusal("这位职工不在轮候名单里，不能分床。");
    const beds = await freeBeds(tx, permit);
    const bed = beds.find(({ id }) => id === input.bedId);
    if (!bed) throw new Refusal("这张床现在不空，请另选一张。", "bedId");
    refuseBed(entrant, bed, input.isMixedShift === "on");
    await refuseSkipping(tx, permit, { entrant, bed, line });
    const pair = entrant.spouseId ? pairOf(beds, bed) : [bed];
    const people = [application.personId, ...(entrant.spouseId ? [entrant.spouseId] : [])];
    for (const [i, one] of pair.entries())
      await holdBed(tx, permit, {
        bed: one,
        personId: people[i] ?? application.personId,
        applicationId: application.id,
        shift: application.shift,
        isAllotted: true,
      });
    const limitDays = await parameterAt(tx, "dormitories.allotDays", permit.today);
    const proposed = await applyMove(tx, permit, loaded, "propose", { limitDays });
    const last = moveInBy(permit.today, await parameterAt(tx, "dormitories.moveInDays", permit.today));
    await applyMove(tx, permit, proposed, "allot", {
      note: `分到${pair.map(bedName).join("、")}，请在 ${last} 以前带身份证找宿舍管理员办入住。`,
    });
    await recordAudit(tx, permit, {
      object: "bed_application",
      objectId: application.id,
      subjectId: application.personId,
      detail: { step: "allot", place: line.indexOf(entrant) + 1 },
    });
  });
}

function refuseBed(entrant: Entrant, bed: OpenBed, isMixedShift: boolean): void {
  const refusal = refuseRoom(bed.use, { sex: entrant.sex, isCouple: entrant.spouseId !== null });
  if (refusal) throw new Refusal(refusal, "bedId");
  if (entrant.spouseId && bed.use !== "COUPLE") throw new Refusal("申请的是夫妻房，请选夫妻房的床。", "bedId");
  if (entrant.isLowerNeeded && bed.tier === "UPPER")
    throw new Refusal("这位职工要睡下铺（年纪、身体或者本人要求），请选下铺。", "bedId");
  if (bed.roomShift && bed.roomShift !== entrant.shift && !isMixedShift)
    throw new Refusal(
      `同屋的人上${shiftWords[bed.roomShift]}，这位职工上${shiftWords[entrant.shift]}。一定要分，请勾选「知道作息不同」。`,
      "isMixedShift",
    );
}

type Skipping = { entrant: Entrant; bed: OpenBed; line: readonly Entrant[] };

/** Outside a round there is no deviation: whoever stands before, waits for the same kind and could sleep here comes first. */
async function refuseSkipping(tx: Tx, permit: Permit, { entrant, bed, line }: Skipping): Promise<void> {
  const busy = await claimants(tx, permit, line);
  const first = line
    .slice(0, line.indexOf(entrant))
    .find(
      (one) =>
        kindOf(one) === kindOf(entrant) &&
        !busy.has(one.personId) &&
        !(one.isLowerNeeded && bed.tier === "UPPER") &&
        (one.sitesWish.length === 0 || one.sitesWish.includes(bed.siteId)) &&
        (bed.roomShift === null || bed.roomShift === one.shift || bed.roomShift !== entrant.shift),
    );
  if (first)
    throw new Refusal(
      `排在前面的 ${first.name}（${first.caseNumber}）也能住这张床，应该先分给这位职工。要不按次序分，请做一个批次，写明理由请领导批。`,
      "bedId",
    );
}

function pairOf(beds: readonly OpenBed[], bed: OpenBed): OpenBed[] {
  const pair = beds.filter(({ roomId }) => roomId === bed.roomId);
  if (pair.length < 2) throw new Refusal("这间夫妻房只空一张床，请另选一间。", "bedId");

  return pair.slice(0, 2);
}
