import type { Stages } from "@/lib/cases/rules";

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const withdrawn = { withdraw: { to: "WITHDRAWN", who: ["W", "L", "O"] } } as const;
const returned = { return: { to: "RETURNED", who: ["U", "O"] } } as const;

/**
 * Application for a bed (domain.md §5). 拟分配 goes back to the line when a round is changed (putBack) or an objection is
 * upheld (struck); a bed that nobody took is offered to the next in line (succeed), which nobody clicks.
 */
export const bedStages = {
  APPLIED: {
    status: "open",
    moves: { check: { to: "UNIT_CHECK", who: ["W", "L", "U", "O"] }, ...returned, ...withdrawn, ...voided },
  },
  RETURNED: {
    status: "waiting",
    moves: { complete: { to: "APPLIED", who: ["W", "L", "U", "O"] }, ...withdrawn, ...voided },
  },
  UNIT_CHECK: {
    status: "open",
    moves: {
      pass: { to: "WAITLISTED", who: ["U", "O"] },
      refuse: { to: "NOT_ELIGIBLE", who: ["U", "O"] },
      ...returned,
      ...withdrawn,
      ...voided,
    },
  },
  WAITLISTED: {
    status: "waiting",
    moves: {
      propose: { to: "PROPOSED", who: ["O", "B"] },
      succeed: { to: "ALLOTTED", who: ["S"] },
      refuse: { to: "NOT_ELIGIBLE", who: ["O"] },
      ...withdrawn,
      ...voided,
    },
  },
  PROPOSED: {
    status: "open",
    moves: {
      publish: { to: "NOTICE", who: ["M"], apart: true },
      allot: { to: "ALLOTTED", who: ["O"] },
      putBack: { to: "WAITLISTED", who: ["O", "M", "B"] },
      ...withdrawn,
      ...voided,
    },
  },
  NOTICE: {
    status: "waiting",
    moves: {
      noticeEnded: { to: "ALLOTTED", who: ["S"] },
      struck: { to: "WAITLISTED", who: ["S"] },
      ...withdrawn,
      ...voided,
    },
  },
  ALLOTTED: {
    status: "answered",
    moves: {
      checkIn: { to: "CHECKED_IN", who: ["O", "K"] },
      decline: { to: "OFFER_DECLINED", who: ["W", "L", "U", "O"] },
      lapse: { to: "LAPSED", who: ["S"] },
      ...voided,
    },
  },
  CHECKED_IN: { status: "closed", moves: {} },
  NOT_ELIGIBLE: { status: "answered", moves: { archive: { to: "ARCHIVED", who: ["O"] }, ...voided } },
  ARCHIVED: { status: "closed", moves: {} },
  OFFER_DECLINED: { status: "closed", moves: {} },
  LAPSED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;
