import type { SignOffState } from "@/lib/cases/sign-offs/words";
import type { CivilDate } from "@/lib/dates";
import type { AttachmentKind, SignMode, SignOffKind } from "@/prisma/generated/enums";

/** What proves each way of signing. */
export const evidenceKinds = {
  SIGNATURE: "SIGNATURE",
  FINGERPRINT: "FINGERPRINT",
  PHOTO: "PHOTO",
  TRANSFER: "VOUCHER",
} as const satisfies Record<SignMode, AttachmentKind>;

/** A granted row as the rules see it. */
export type GrantedFacts = {
  kind: SignOffKind;
  grantedOn: CivilDate;
  signedOn: CivilDate | null;
  isReversed: boolean;
  isReversal: boolean;
};

/** What is written down when something is received. */
export type Signature = {
  receivedBy: string;
  /** relation to the person when somebody else receives (代领) */
  relation?: string | undefined;
  mode: SignMode;
  /** persons of the bureau who hand over */
  givenBy: readonly string[];
  signatureAttachmentId?: string | undefined;
  voucherNo?: string | undefined;
  signedOn: CivilDate;
};

/** A refusal of a signature: the sentence and the field it belongs to. */
export type SignatureFault = { sentence: string; field?: keyof Signature };

/** How it stands with a row; it counts as given only when it is `signed`. */
export function stateOf(row: Omit<GrantedFacts, "kind" | "grantedOn">): SignOffState {
  if (row.isReversal) return "reversal";
  if (row.isReversed) return "reversed";

  return row.signedOn === null ? "waiting" : "signed";
}

/**
 * Why something may not be signed for like this (domain guide §0.1 签领); undefined when it may.
 * @param people names of the person concerned (and of nobody else), and the ids of the receiving household's people
 */
export function refuseSignature(
  row: GrantedFacts,
  given: Signature,
  people: { name: string; householdIds: readonly string[] },
  today: CivilDate,
): SignatureFault | undefined {
  if (row.isReversal || row.isReversed) return { sentence: "这条已经冲正，不能再签领。" };
  if (row.signedOn !== null) return { sentence: `这条在 ${row.signedOn} 已经签领过了，不能签第二次。` };
  if (given.signedOn > today) return { sentence: "签领日期不能晚于今天。", field: "signedOn" };
  if (given.signedOn < row.grantedOn)
    return { sentence: `签领日期不能早于批准发放的日期（${row.grantedOn}）。`, field: "signedOn" };
  if (sameName(given.receivedBy) !== sameName(people.name) && !given.relation)
    return { sentence: `领取人不是${people.name}本人，请写明是他的什么人（代领）。`, field: "relation" };

  return refuseMode(row, given) ?? refuseGivers(row, given, people.householdIds);
}

function refuseMode(row: GrantedFacts, given: Signature): SignatureFault | undefined {
  if (given.mode === "TRANSFER") {
    if (row.kind !== "MONEY") return { sentence: "只有钱款可以转账，请改选签领方式。", field: "mode" };
    return given.voucherNo ? undefined : { sentence: "请填写转账凭证号。", field: "voucherNo" };
  }
  return given.signatureAttachmentId
    ? undefined
    : { sentence: "请在屏幕上签字，或上传按了手印的签收单、现场照片。", field: "signatureAttachmentId" };
}

/** Cash goes through two pairs of hands, none of which belongs to the household that receives it. */
function refuseGivers(
  row: GrantedFacts,
  given: Signature,
  householdIds: readonly string[],
): SignatureFault | undefined {
  if (row.kind !== "MONEY" || given.mode === "TRANSFER") return undefined;
  const givers = new Set(given.givenBy);
  if (givers.size < 2) return { sentence: "现金要由两位工作人员一起发放，请填写两个人的工号。", field: "givenBy" };
  if (given.givenBy.some((giver) => householdIds.includes(giver)))
    return { sentence: "发放人不能是领取的这一户的人，请换一位。", field: "givenBy" };

  return undefined;
}

function sameName(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "");
}
