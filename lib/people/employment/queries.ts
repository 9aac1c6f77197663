import "server-only";
import { notFound } from "next/navigation";
import type { Permit } from "@/lib/auth/permit";
import { personWithin } from "@/lib/people/reach/queries";
import { listOpenUnits, type OpenUnit } from "@/lib/people/units/queries";
import { db } from "@/prisma/client";
import type { EmploymentType, PersonStatus, PostType, RankLevel } from "@/prisma/generated/enums";

/** What the form for a dated change starts from. */
export type EmploymentState = {
  id: string;
  version: number;
  name: string;
  staffNo: string;
  status: PersonStatus;
  unitId: string;
  postType: PostType;
  postTitle: string | null;
  rankLevel: RankLevel;
  isLeader: boolean;
  employmentType: EmploymentType;
  agencyName: string | null;
  units: OpenUnit[];
};

/** The employment of somebody within reach, with the units one may move to. Out of reach: not found. */
export async function readEmployment(
  permit: Permit<"people.change" | "people.propose">,
  id: string,
): Promise<EmploymentState> {
  const person = await db.person.findFirst({
    where: { id, ...personWithin(permit) },
    select: {
      id: true,
      version: true,
      name: true,
      staffNo: true,
      status: true,
      unitId: true,
      postType: true,
      postTitle: true,
      rankLevel: true,
      isLeader: true,
      employmentType: true,
      agencyName: true,
    },
  });
  if (!person) notFound();

  return { ...person, units: await listOpenUnits(permit) };
}
