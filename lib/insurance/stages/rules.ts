import type { Stages } from "@/lib/cases/rules";

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const withdrawn = { withdraw: { to: "WITHDRAWN", who: ["L", "U", "O"] } } as const;
const returned = { return: { to: "RETURNED", who: ["O"] } } as const;

/** A change form, 增员 or 减员 (domain.md §2). */
export const changeStages = {
  DRAFT: {
    status: "open",
    moves: { submit: { to: "OFFICE_CHECK", who: ["L", "U", "O"] }, ...withdrawn, ...voided },
  },
  OFFICE_CHECK: {
    status: "open",
    moves: { file: { to: "SUBMITTED", who: ["O"] }, ...returned, ...withdrawn, ...voided },
  },
  RETURNED: {
    status: "waiting",
    moves: { complete: { to: "OFFICE_CHECK", who: ["L", "U", "O"] }, ...withdrawn, ...voided },
  },
  SUBMITTED: {
    status: "waiting",
    moves: { approve: { to: "APPROVED", who: ["O"] }, reject: { to: "REJECTED", who: ["O"] }, ...voided },
  },
  REJECTED: {
    status: "open",
    moves: { file: { to: "SUBMITTED", who: ["O"] }, ...returned, ...withdrawn, ...voided },
  },
  APPROVED: { status: "answered", moves: { takeEffect: { to: "EFFECTIVE", who: ["S"] }, ...voided } },
  EFFECTIVE: { status: "closed", moves: { archive: { to: "ARCHIVED", who: ["O"] } } },
  ARCHIVED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;

/** A gap that nobody has looked into: opens by itself on day 31, closes by the fact of enrolment. */
export const gapStages = {
  FOUND: {
    status: "open",
    moves: {
      lookInto: { to: "PURSUED", who: ["U", "O"] },
      insured: { to: "INSURED", who: ["S"] },
      noLongerOwed: { to: "NOT_OWED", who: ["S"] },
    },
  },
  PURSUED: {
    status: "waiting",
    moves: { insured: { to: "INSURED", who: ["S"] }, noLongerOwed: { to: "NOT_OWED", who: ["S"] } },
  },
  INSURED: { status: "closed", moves: {} },
  NOT_OWED: { status: "closed", moves: {} },
} as const satisfies Stages;

/** 转移接续: three legs of fifteen working days each, on the outside offices' clock. */
export const transferStages = {
  APPLIED: { status: "open", moves: { accept: { to: "ACCEPTED", who: ["O"] }, ...withdrawn, ...voided } },
  ACCEPTED: { status: "open", moves: { sendLetter: { to: "LETTER_SENT", who: ["O"] }, ...withdrawn, ...voided } },
  LETTER_SENT: {
    status: "waiting",
    moves: { atOrigin: { to: "ORIGIN_PROCESSING", who: ["O"] }, ...withdrawn, ...voided },
  },
  ORIGIN_PROCESSING: {
    status: "waiting",
    moves: { fundsIn: { to: "FUNDS_RECEIVED", who: ["O"] }, ...withdrawn, ...voided },
  },
  FUNDS_RECEIVED: { status: "open", moves: { finish: { to: "CLOSED", who: ["O"] }, ...voided } },
  CLOSED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;
