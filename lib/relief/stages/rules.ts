import type { Stages } from "@/lib/cases/rules";

const voided = { void: { to: "VOID", who: ["O"] } } as const;
const withdrawn = { withdraw: { to: "WITHDRAWN", who: ["W", "L", "O"] } } as const;
const returned = { return: { to: "RETURNED", who: ["O"] } } as const;
const archived = { archive: { to: "ARCHIVED", who: ["O"] } } as const;

/**
 * 临时救助 (domain.md §6c). `payFirst` is its urgent path: the stage stays, the papers follow. `sendBack` is 退回 from the
 * approval, `unsign` what a corrected signature brings.
 */
export const reliefStages = {
  REPORTED: {
    status: "open",
    moves: { accept: { to: "ACCEPTED", who: ["O"] }, ...returned, ...withdrawn, ...voided },
  },
  RETURNED: {
    status: "waiting",
    moves: { complete: { to: "ACCEPTED", who: ["W", "L", "O"] }, ...withdrawn, ...voided },
  },
  ACCEPTED: {
    status: "open",
    moves: {
      verify: { to: "VERIFIED", who: ["O"] },
      payFirst: { to: "ACCEPTED", who: ["M", "B"], apart: true },
      ...returned,
      ...withdrawn,
      ...voided,
    },
  },
  VERIFIED: {
    status: "open",
    moves: { propose: { to: "APPROVAL", who: ["O"] }, ...returned, ...withdrawn, ...voided },
  },
  APPROVAL: {
    status: "open",
    moves: {
      approve: { to: "PAYING", who: ["M", "B"], apart: true, byAmount: true },
      refuse: { to: "REFUSED", who: ["M", "B"], apart: true, byAmount: true },
      sendBack: { to: "VERIFIED", who: ["M", "B"], apart: true, byAmount: true },
      ...withdrawn,
      ...voided,
    },
  },
  PAYING: { status: "open", moves: { sign: { to: "SIGNED", who: ["S"] }, ...voided } },
  SIGNED: {
    status: "answered",
    moves: { followUp: { to: "FOLLOW_UP", who: ["O"] }, unsign: { to: "PAYING", who: ["S"] }, ...voided },
  },
  FOLLOW_UP: { status: "answered", moves: { ...archived, ...voided } },
  REFUSED: { status: "answered", moves: { ...archived, ...voided } },
  ARCHIVED: { status: "closed", moves: {} },
  WITHDRAWN: { status: "closed", moves: {} },
  VOID: { status: "void", moves: {} },
} as const satisfies Stages;
