import type { Reach } from "@/lib/auth/permit";

/** 人事科 keeps the record and sees birth dates; nobody else needs more than the age. */
export function maySeeBirth(reach: Pick<Reach, "programmes">): boolean {
  return reach.programmes.includes("people");
}

/** The family is class 2: officers serve it, leaders and liaisons see how many there are. */
export function maySeeFamily(reach: Pick<Reach, "programmes">): boolean {
  return reach.programmes.length > 0;
}

/** What somebody wants to tell a leader is for the reception desk; everybody else sees the time only. */
export function maySeeTopics(reach: Pick<Reach, "programmes">): boolean {
  return reach.programmes.includes("reception");
}
