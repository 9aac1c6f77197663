import type { Stages } from "@/lib/cases/rules";

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const withdrawn = { withdraw: { to: "WITHDRAWN", who: ["W", "L", "O"] } } as const;
const returned = { return: { to: "RETURNED", who: ["U", "O"] } } as const;

/** Application for a hardship file (domain.md §6a); PROPOSED is the 「O→M」 of its table, written out. */
export const applicationStages = {
  APPLIED: {
    status: "open",
    moves: {
      visit: { to: "HOME_CHECK", who: ["U", "O"] },
      // A household that was approved on paper before the portal: a confirmed import says so, nobody clicks it.
      adopt: { to: "ON_FILE", who: ["S"] },
      ...returned,
      ...withdrawn,
      ...voided,
    },
  },
  RETURNED: {
    status: "waiting",
    moves: { complete: { to: "APPLIED", who: ["W", "L", "U", "O"] }, ...withdrawn, ...voided },
  },
  HOME_CHECK: {
    status: "open",
    moves: { report: { to: "REVIEW", who: ["U", "O"] }, ...returned, ...withdrawn, ...voided },
  },
  REVIEW: {
    status: "open",
    moves: {
      propose: { to: "PROPOSED", who: ["O"] },
      refuse: { to: "NOT_ELIGIBLE", who: ["O"] },
      ...returned,
      ...withdrawn,
      ...voided,
    },
  },
  PROPOSED: {
    status: "open",
    moves: {
      agree: { to: "NOTICE", who: ["M"], apart: true },
      sendBack: { to: "REVIEW", who: ["M"], apart: true },
      ...withdrawn,
      ...voided,
    },
  },
  NOTICE: {
    status: "waiting",
    moves: {
      noticeEnded: { to: "APPROVAL", who: ["S"] },
      struck: { to: "REVIEW", who: ["S"] },
      ...withdrawn,
      ...voided,
    },
  },
  APPROVAL: {
    status: "open",
    moves: {
      approve: { to: "ON_FILE", who: ["B"], apart: true },
      refuse: { to: "NOT_ELIGIBLE", who: ["B"], apart: true },
      ...withdrawn,
      ...voided,
    },
  },
  ON_FILE: { status: "closed", moves: { takeBack: { to: "VOID", who: ["S"] } } },
  NOT_ELIGIBLE: { status: "answered", moves: { archive: { to: "ARCHIVED", who: ["O"] }, ...voided } },
  ARCHIVED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;

/** 年度复核: a case of its own on a file that goes on meanwhile (domain.md §6a). */
export const reviewStages = {
  HOME_CHECK: { status: "open", moves: { report: { to: "REVIEW", who: ["U", "O"] }, ...voided } },
  REVIEW: { status: "open", moves: { propose: { to: "PROPOSED", who: ["O"] }, ...voided } },
  PROPOSED: {
    status: "open",
    moves: {
      confirm: { to: "REVIEWED", who: ["M"], apart: true },
      sendBack: { to: "REVIEW", who: ["M"], apart: true },
      ...voided,
    },
  },
  REVIEWED: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;
