import "server-only";
import { notFound } from "next/navigation";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { dateColumn } from "@/lib/dates";
import { keepPhoto, withPhotos, type Photo } from "@/lib/dormitories/photos/commands";
import { totalOf } from "@/lib/dormitories/rating/rules";
import type { Inspect } from "@/lib/dormitories/rating/schema";
import { inspectsAll, sitesWithin } from "@/lib/dormitories/reach/queries";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";
import { isUniqueViolation, transact, type Tx } from "@/prisma/client";

/**
 * One inspector's sheet of one visit. Refused: a day to come, an inspector whom nobody knows or who is the site's own
 * warden in a contest, a second sheet of the same inspector in a contest, a contest that is past inspecting, a photo of
 * nobody knows which room or without consent.
 */
export async function inspect(permit: Permit<"dormitories.inspect">, input: Inspect): Promise<string> {
  const { bestPhoto, worstPhoto } = input;
  refuseNameless(input);

  return withPhotos(permit, [bestPhoto, worstPhoto], ([best, worst]) => recordVisit(permit, input, { best, worst }));
}

/** A photo of the best or the worst room says which room it is. */
function refuseNameless({ bestPhoto, bestRoom, worstPhoto, worstRoom }: Inspect): void {
  if (bestPhoto?.size && !bestRoom) throw new Refusal("请写明照片拍的是哪一间。", "bestRoom");
  if (worstPhoto?.size && !worstRoom) throw new Refusal("请写明照片拍的是哪一间。", "worstRoom");
}

type RoomPhotos = { best: Photo | undefined; worst: Photo | undefined };

async function recordVisit(
  permit: Permit<"dormitories.inspect">,
  input: Inspect,
  { best, worst }: RoomPhotos,
): Promise<string> {
  const id = newId();
  try {
    await transact(async (tx) => {
      const site = await tx.dormSite.findFirst({ where: { id: input.siteId, ...sitesWithin(permit) } });
      if (!site) notFound();
      if (!inspectsAll(permit) && (input.entryId ?? input.kind !== "WEEKLY"))
        throw new Refusal("管理员登记的是每周的检查；月度检查和评星由宿舍干事登记。", "kind");
      if (input.inspectedOn > permit.today) throw new Refusal("检查日期不能晚于今天。", "inspectedOn");
      const inspectorId = await inspectorFor(tx, permit, input, site);
      const of = { owner: "dorm_inspection", ownerId: id, hasConsent: input.hasConsent === "on" } as const;
      await tx.dormInspection.create({
        data: {
          id,
          bestRoom: input.bestRoom ?? null,
          worstRoom: input.worstRoom ?? null,
          bestPhotoId: await keepPhoto(tx, permit, best, of),
          worstPhotoId: await keepPhoto(tx, permit, worst, of),
          siteId: site.id,
          entryId: input.entryId ?? null,
          kind: input.entryId ? "CONTEST" : input.kind,
          inspectedOn: dateColumn(input.inspectedOn),
          inspectorId,
          points: input.points,
          total: totalOf(input.points),
          veto: input.veto ?? null,
          note: input.note ?? null,
          recordedById: permit.actor.accountId,
          recordedAt: permit.now,
        },
      });
      await recordAudit(tx, permit, { object: "dorm_inspection", objectId: id, detail: { kind: input.kind } });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal("这位检查人已经给这处宿舍打过分了，一人一份。", "inspectorNo");
    throw fault;
  }

  return id;
}

/** Who inspected, by 工号; in a contest that is under way, and nobody who keeps the house. */
async function inspectorFor(
  tx: Tx,
  permit: Permit,
  { inspectorNo: staffNo, entryId }: Inspect,
  site: { id: string; wardenId: string | null },
): Promise<string> {
  const inspector = await tx.person.findFirst({
    where: { bureauId: permit.reach.bureauId, staffNo, status: { in: ["ACTIVE", "OFF_POST"] } },
    select: { id: true },
  });
  if (!inspector) throw new Refusal("没有这个工号，请核对检查人。", "inspectorNo");
  if (!entryId) return inspector.id;
  const entry = await tx.starEntry.findFirst({ where: { id: entryId, siteId: site.id }, include: { round: true } });
  if (!entry) notFound();
  if (entry.round.state !== "INSPECTING") throw new Refusal("评比已经汇总，不能再补检查。");
  if (inspector.id === site.wardenId)
    throw new Refusal("管理员不能给自己管的宿舍评星，请换一位检查人。", "inspectorNo");

  return inspector.id;
}
