import type { Stages } from "@/lib/cases/rules";

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const givenUp = { giveUp: { to: "UNRESOLVED", who: ["M"] } } as const;
/** While the unit still has the case, and after it has let go of it. */
const early = { withdraw: { to: "WITHDRAWN", who: ["W", "U", "L", "O"] }, ...givenUp, ...voided } as const;
const late = { withdraw: { to: "WITHDRAWN", who: ["W", "O"] }, ...givenUp, ...voided } as const;
const failed = {
  failed: { to: "COORDINATING", who: ["O"] },
  failedReturn: { to: "RETURNED", who: ["O"] },
} as const;

/**
 * 随迁子女入学 (domain.md §4). 「submit → the stage that returned it」 is written out: each stage that sends papers back has
 * its own way there again, and the command takes the one that was noted.
 */
export const placementStages = {
  REGISTERED: { status: "open", moves: { prepare: { to: "PREPARING", who: ["U", "L", "O"] }, ...early } },
  PREPARING: { status: "waiting", moves: { submit: { to: "UNIT_CHECK", who: ["W", "U", "L"] }, ...early } },
  UNIT_CHECK: {
    status: "open",
    moves: { pass: { to: "UNION_CHECK", who: ["U"] }, return: { to: "RETURNED", who: ["U"] }, ...early },
  },
  UNION_CHECK: {
    status: "open",
    moves: { pass: { to: "COORDINATING", who: ["O"] }, return: { to: "RETURNED", who: ["O"] }, ...late },
  },
  RETURNED: {
    status: "waiting",
    moves: {
      submit: { to: "UNIT_CHECK", who: ["W", "U", "L"] },
      resubmit: { to: "UNION_CHECK", who: ["W", "O"] },
      refile: { to: "EDU_FIRST", who: ["W", "O"] },
      refileSecond: { to: "EDU_SECOND", who: ["W", "O"] },
      ...early,
    },
  },
  COORDINATING: { status: "open", moves: { letterSent: { to: "EDU_FIRST", who: ["O"] }, ...late } },
  EDU_FIRST: { status: "waiting", moves: { passed: { to: "EDU_SECOND", who: ["O"] }, ...failed, ...late } },
  EDU_SECOND: { status: "waiting", moves: { assigned: { to: "ASSIGNED", who: ["O"] }, ...failed, ...late } },
  ASSIGNED: { status: "answered", moves: { enrol: { to: "ENROLLED", who: ["O"] }, ...givenUp, ...voided } },
  ENROLLED: { status: "closed", moves: { archive: { to: "ARCHIVED", who: ["O"] } } },
  UNRESOLVED: { status: "closed", moves: {} },
  ARCHIVED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;

export type PlacementStage = keyof typeof placementStages;

/** The way back to the stage that sent the papers back. */
export const wayBack: Readonly<Record<string, string>> = {
  UNIT_CHECK: "submit",
  UNION_CHECK: "resubmit",
  EDU_FIRST: "refile",
  EDU_SECOND: "refileSecond",
};
