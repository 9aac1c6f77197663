import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { fromDateColumn } from "@/lib/dates";
import { residentsWithin } from "@/lib/dormitories/reach/queries";
import { transact } from "@/prisma/client";
import { Prisma } from "@/prisma/generated/client";

const Handover = z.array(z.object({ item: z.string(), qty: z.number(), state: z.string() })).catch([]);

/** 入住交接单 of one stay, to be printed and signed. Outside the reach: not found. */
export async function viewHandover(permit: Permit<"dormitories.view">, id: string) {
  return transact(async (tx) => {
    const [found] = await tx.$queryRaw<{ id: string }[]>`
      select s.id from bed_stay s join person p on p.id = s.person_id
      where s.id = ${id}::uuid and s.in_on is not null and ${residentsWithin(permit, Prisma.sql`s.site_id`)}`;
    if (!found) notFound();
    const stay = await tx.bedStay.findUniqueOrThrow({
      where: { id },
      include: {
        person: { select: { id: true, name: true, staffNo: true, unit: { select: { name: true } } } },
        site: { include: { warden: { select: { name: true } } } },
        bed: { include: { room: true } },
      },
    });
    await recordAudit(tx, permit, { object: "bed_stay", objectId: id, subjectId: stay.personId });

    return {
      siteId: stay.siteId,
      bedId: stay.bedId,
      person: { ...stay.person, unit: stay.person.unit.name },
      warden: stay.site.warden?.name ?? null,
      where: `${stay.site.name}${stay.bed.room.building}${stay.bed.room.name}室${stay.bed.label}床`,
      inOn: stay.inOn ? fromDateColumn(stay.inOn) : "",
      outOn: stay.outOn && fromDateColumn(stay.outOn),
      items: Handover.parse(stay.handover),
      meterIn: stay.meterIn,
      meterOut: stay.meterOut,
      depositFen: stay.depositFen,
      signOffId: stay.signOffId,
    };
  });
}
