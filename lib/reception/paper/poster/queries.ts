import "server-only";
import { notFound } from "next/navigation";
import { db } from "@/prisma/client";
import type { Permit } from "@/lib/auth/permit";
import { civilOf, formatDay, formatTime, fromDateColumn, spokenTime, type CivilMonth } from "@/lib/dates";

/** What hangs on the wall: public facts of a published day, no worker in it. */
export type Poster = {
  month: CivilMonth;
  dateWords: string;
  fromSpoken: string;
  toSpoken: string;
  place: string;
  shiftReason: string | null;
  /** 12月3日 周四 中午12点, as dates that stay true on the wall */
  closesWords: string | null;
  leaders: { id: string; name: string; post: string; field: string | null; room: string }[];
};

/** A published day for the poster; drafts, cancelled and past days are not found. Two statements. */
export async function readPoster(permit: Permit<"reception.view">, dayId: string): Promise<Poster> {
  const day = await db.receptionDay.findFirst({
    where: { id: dayId, bureauId: permit.reach.bureauId, state: { in: ["OPEN", "RUNNING"] } },
    include: { hosts: { where: { replacedAt: null }, orderBy: { dutyOrder: "asc" } } },
  });
  if (!day) notFound();
  return {
    month: day.month,
    dateWords: formatDay(fromDateColumn(day.actualOn)),
    fromSpoken: spokenTime(day.fromTime),
    toSpoken: spokenTime(day.toTime),
    place: day.place,
    shiftReason: day.shiftReason,
    closesWords: day.closesAt ? `${formatDay(civilOf(day.closesAt))} ${spokenTime(formatTime(day.closesAt))}` : null,
    leaders: day.hosts.map(({ id, leaderName, leaderPost, field, room }) => ({
      id,
      name: leaderName,
      post: leaderPost,
      field,
      room,
    })),
  };
}
