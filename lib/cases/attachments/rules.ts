import type { Reach } from "@/lib/auth/permit";
import type { AttachmentKind } from "@/prisma/generated/enums";

/** Health papers: class 3, for the programme's officer only (domain guide §0.1). */
const restricted: readonly AttachmentKind[] = ["DIAGNOSIS", "MEDICAL_BILL", "DISABILITY_CARD"];
/** What hands no number and no hardship to anybody: proof that something was received. */
const ordinary: readonly AttachmentKind[] = ["SIGNATURE", "FINGERPRINT", "VOUCHER", "APPLICATION"];

/** Programmes whose papers all tell of a child, whatever the paper is. */
const ofChildren: readonly string[] = ["schooling"];

/** Sensitivity class of a paper: 1 personal, 2 sensitive, 3 restricted. */
export function classOf({ kind, programme }: Pick<AttachmentFacts, "kind" | "programme">): 1 | 2 | 3 {
  if (restricted.includes(kind) || ofChildren.includes(programme)) return 3;

  return ordinary.includes(kind) ? 1 : 2;
}

/** A picture of a person or a home is kept only with the consent of whom it shows. */
export function needsConsent(kind: AttachmentKind): boolean {
  return kind === "PHOTO";
}

/** What the rule has to know of an attachment. */
export type AttachmentFacts = {
  kind: AttachmentKind;
  programme: string;
  personId: string | null;
  unitId: string | null;
  createdById: string;
};

/**
 * Whether somebody may open an attachment: an officer of its programme; a leader up to class 2; the liaison of the
 * person's unit class 1 only, because she enters papers and does not read them again; everybody the own ones.
 */
export function mayOpen(facts: AttachmentFacts, reach: Reach): boolean {
  if (reach.kind === "self") return facts.personId === reach.personId;
  if (reach.programmes.includes(facts.programme)) return true;
  if (reach.isLeader && classOf(facts) <= 2) return true;

  return facts.unitId !== null && reach.unitIds.includes(facts.unitId) && classOf(facts) === 1;
}
