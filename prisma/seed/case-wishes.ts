import type { ProgrammeName } from "@/lib/programmes";
import { awayFromTown, letterSent, noBed, onNotice, outside, partsCome, type Hold } from "./case-notes";
import type { Complexity } from "@/prisma/generated/enums";

/** What is on the desks on the day of seeding. `due` is the place of the due date: 0 today, 1 the next working day. */
type Scene =
  | { stage: "PENDING" | "ACCEPTED"; since: number }
  | { stage: "RETURNED" | "ON_HOLD"; since: number; waits?: Hold }
  | { stage: "ASSIGNED" | "IN_PROGRESS"; due: number }
  | { stage: "ANSWERED" | "FOLLOW_UP" | "DECLINED"; since: number }
  | { stage: "REOPENED" | "LEADER_REVIEW" | "CLOSED" | "WITHDRAWN" | "VOID"; since: number };

export type Wish = Scene & {
  programme: ProgrammeName;
  weight?: Complexity;
  station?: string;
  green?: true;
  index?: number;
  extra?: Extra;
};
export type Extra = "supervised" | "urged" | "extended" | "asked" | "offered" | "toLeader" | "toDesk";

/** Work in every stage that is not closed; the demo accounts each find some of it. */
export const wishes: readonly Wish[] = [
  // due today
  { programme: "insurance", stage: "IN_PROGRESS", due: 0, weight: "ORDINARY", extra: "urged" },
  { programme: "dormitories", stage: "IN_PROGRESS", due: 0, weight: "SIMPLE" },
  { programme: "facilities", stage: "IN_PROGRESS", due: 0, weight: "SIMPLE", station: "环卫一所" },
  { programme: "people", stage: "ASSIGNED", due: 0, weight: "ORDINARY", station: "环卫二所" },
  { programme: "contact-points", stage: "IN_PROGRESS", due: 0, weight: "ORDINARY", extra: "toLeader" },
  // due on the next working day
  { programme: "insurance", stage: "IN_PROGRESS", due: 1, weight: "ORDINARY" },
  { programme: "facilities", stage: "IN_PROGRESS", due: 1, weight: "ORDINARY", station: "环卫一所" },
  { programme: "hardship", stage: "IN_PROGRESS", due: 1, weight: "SIMPLE" },
  { programme: "dormitories", stage: "ASSIGNED", due: 1, weight: "SIMPLE" },
  { programme: "schooling", stage: "IN_PROGRESS", due: 1, weight: "COMPLEX" },
  // overdue
  { programme: "dormitories", stage: "IN_PROGRESS", due: -3, weight: "ORDINARY", extra: "supervised" },
  { programme: "insurance", stage: "IN_PROGRESS", due: -1, weight: "ORDINARY", extra: "urged" },
  { programme: "facilities", stage: "IN_PROGRESS", due: -2, weight: "SIMPLE", station: "环卫一所" },
  { programme: "people", stage: "ASSIGNED", due: -1, weight: "SIMPLE", station: "环卫二所" },
  { programme: "relief", stage: "IN_PROGRESS", due: -1, weight: "SIMPLE" },
  { programme: "facilities", stage: "IN_PROGRESS", due: -6, weight: "COMPLEX", index: 8, extra: "supervised" },
  { programme: "people", stage: "IN_PROGRESS", due: -2, weight: "ORDINARY" },
  // running
  { programme: "insurance", stage: "IN_PROGRESS", due: 3, weight: "ORDINARY" },
  { programme: "insurance", stage: "IN_PROGRESS", due: 9, weight: "COMPLEX", extra: "extended" },
  { programme: "insurance", stage: "ASSIGNED", due: 2, weight: "ORDINARY" },
  { programme: "people", stage: "IN_PROGRESS", due: 4, weight: "ORDINARY" },
  { programme: "people", stage: "ASSIGNED", due: 2, weight: "SIMPLE" },
  { programme: "dormitories", stage: "IN_PROGRESS", due: 7, weight: "COMPLEX", extra: "extended" },
  { programme: "dormitories", stage: "ASSIGNED", due: 2, weight: "SIMPLE", green: true },
  { programme: "facilities", stage: "IN_PROGRESS", due: 3, weight: "ORDINARY", station: "环卫一所", extra: "offered" },
  { programme: "facilities", stage: "ASSIGNED", due: 2, weight: "SIMPLE", station: "环卫二所" },
  { programme: "facilities", stage: "IN_PROGRESS", due: 12, weight: "COMPLEX", index: 8 },
  { programme: "health", stage: "IN_PROGRESS", due: 4, weight: "ORDINARY", green: true },
  { programme: "health", stage: "ASSIGNED", due: 1, weight: "SIMPLE", station: "环卫一所" },
  { programme: "heat-care", stage: "IN_PROGRESS", due: 6, weight: "COMPLEX", extra: "extended" },
  { programme: "hardship", stage: "IN_PROGRESS", due: 8, weight: "COMPLEX", green: true },
  { programme: "hardship", stage: "ASSIGNED", due: 13, weight: "COMPLEX" },
  { programme: "schooling", stage: "IN_PROGRESS", due: 5, weight: "COMPLEX" },
  { programme: "schooling", stage: "IN_PROGRESS", due: 2, weight: "COMPLEX", extra: "asked" },
  { programme: "contact-points", stage: "IN_PROGRESS", due: 3, weight: "ORDINARY", extra: "toLeader" },
  { programme: "reception", stage: "IN_PROGRESS", due: 2, weight: "ORDINARY", extra: "offered" },
  { programme: "discipline", stage: "IN_PROGRESS", due: 6, weight: "COMPLEX" },
  // fresh
  { programme: "insurance", stage: "PENDING", since: -1 },
  { programme: "insurance", stage: "PENDING", since: -1, green: true },
  { programme: "people", stage: "PENDING", since: -2 },
  { programme: "dormitories", stage: "PENDING", since: -1 },
  { programme: "dormitories", stage: "PENDING", since: -1, green: true },
  { programme: "hardship", stage: "PENDING", since: -1, green: true },
  { programme: "schooling", stage: "PENDING", since: -1 },
  { programme: "facilities", stage: "PENDING", since: -1 },
  { programme: "reception", stage: "PENDING", since: -1 },
  { programme: "discipline", stage: "PENDING", since: -1 },
  { programme: "insurance", stage: "ACCEPTED", since: -1 },
  { programme: "people", stage: "ACCEPTED", since: -2 },
  { programme: "dormitories", stage: "ACCEPTED", since: -1 },
  { programme: "hardship", stage: "ACCEPTED", since: -1, green: true },
  { programme: "reception", stage: "ACCEPTED", since: -1 },
  // waiting
  { programme: "insurance", stage: "RETURNED", since: -6 },
  { programme: "hardship", stage: "RETURNED", since: -3 },
  { programme: "schooling", stage: "RETURNED", since: -9 },
  { programme: "people", stage: "RETURNED", since: -1 },
  { programme: "insurance", stage: "ON_HOLD", since: -9, waits: letterSent, index: 4 },
  { programme: "schooling", stage: "ON_HOLD", since: -14, waits: outside },
  { programme: "dormitories", stage: "ON_HOLD", since: -11, waits: noBed, index: 0 },
  { programme: "facilities", stage: "ON_HOLD", since: -4, waits: partsCome, station: "环卫二所" },
  { programme: "hardship", stage: "ON_HOLD", since: -5, waits: onNotice, index: 1 },
  { programme: "people", stage: "ON_HOLD", since: -8, waits: awayFromTown },
  // answered: the call back is due five working days later
  { programme: "insurance", stage: "ANSWERED", since: -7 },
  { programme: "dormitories", stage: "ANSWERED", since: -6, extra: "toDesk" },
  { programme: "insurance", stage: "ANSWERED", since: -5 },
  { programme: "people", stage: "ANSWERED", since: -5 },
  { programme: "dormitories", stage: "ANSWERED", since: -5 },
  { programme: "facilities", stage: "ANSWERED", since: -5, station: "环卫一所" },
  { programme: "facilities", stage: "ANSWERED", since: -4, station: "环卫二所" },
  { programme: "contact-points", stage: "ANSWERED", since: -4 },
  { programme: "reception", stage: "ANSWERED", since: -3, extra: "toLeader" },
  { programme: "heat-care", stage: "ANSWERED", since: -3 },
  { programme: "health", stage: "ANSWERED", since: -2, station: "环卫一所" },
  { programme: "hardship", stage: "ANSWERED", since: -2, index: 2 },
  { programme: "relief", stage: "ANSWERED", since: -1, index: 4 },
  { programme: "schooling", stage: "ANSWERED", since: -1 },
  { programme: "people", stage: "ANSWERED", since: -1, station: "环卫二所" },
  { programme: "insurance", stage: "FOLLOW_UP", since: -2 },
  { programme: "dormitories", stage: "FOLLOW_UP", since: -1 },
  { programme: "facilities", stage: "FOLLOW_UP", since: -1, station: "环卫一所" },
  { programme: "people", stage: "FOLLOW_UP", since: -3 },
  { programme: "insurance", stage: "DECLINED", since: -2 },
  { programme: "dormitories", stage: "DECLINED", since: -3 },
  { programme: "relief", stage: "DECLINED", since: -1, index: 5 },
  // came back
  { programme: "dormitories", stage: "REOPENED", since: -2 },
  { programme: "facilities", stage: "REOPENED", since: -1, station: "环卫一所" },
  { programme: "people", stage: "LEADER_REVIEW", since: -1, extra: "toLeader" },
  // settled within the last days
  { programme: "insurance", stage: "CLOSED", since: -2 },
  { programme: "insurance", stage: "CLOSED", since: -4 },
  { programme: "people", stage: "CLOSED", since: -3 },
  { programme: "dormitories", stage: "CLOSED", since: -2 },
  { programme: "dormitories", stage: "CLOSED", since: -5 },
  { programme: "facilities", stage: "CLOSED", since: -3, station: "环卫一所" },
  { programme: "facilities", stage: "CLOSED", since: -6, station: "环卫二所" },
  { programme: "contact-points", stage: "CLOSED", since: -4 },
  { programme: "schooling", stage: "WITHDRAWN", since: -3 },
  { programme: "people", stage: "WITHDRAWN", since: -2 },
  { programme: "insurance", stage: "VOID", since: -2 },
  { programme: "dormitories", stage: "VOID", since: -4 },
];
