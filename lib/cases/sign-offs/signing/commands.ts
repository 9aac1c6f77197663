import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { recordAttachment } from "@/lib/cases/attachments/commands";
import { grant, signInside } from "@/lib/cases/sign-offs/commands";
import { loadSignOff } from "@/lib/cases/sign-offs/queries";
import { evidenceKinds } from "@/lib/cases/sign-offs/rules";
import type { EnterGrant, SignForm } from "@/lib/cases/sign-offs/schema";
import { personWithin } from "@/lib/people/reach/queries";
import { Refusal } from "@/lib/refusal";
import { readUpload, withUpload, type Upload } from "@/lib/uploads";
import { transact, type Tx } from "@/prisma/client";
import type { SignMode } from "@/prisma/generated/enums";

/**
 * 登记签领 as the form sends it: the drawn signature or the picture of the paper is kept as an attachment of the row, in
 * the same transaction. Refused as `signInside`, and for a picture that may not be kept or a 工号 nobody has.
 */
export async function recordSigning(permit: Permit<"cases.signOff">, input: SignForm): Promise<void> {
  // Whoever does not reach the row does not get to unpack pictures either.
  await transact((tx) => loadSignOff(tx, permit, input.signOffId));
  const upload = await evidenceOf(input);
  try {
    if (!upload) await transact((tx) => signWith(tx, permit, input, undefined));
    else
      await withUpload(upload, (storedName) => transact((tx) => signWith(tx, permit, input, { upload, storedName })));
  } catch (fault) {
    if (!(fault instanceof Refusal) || !fault.field) throw fault;
    throw new Refusal(fault.sentence, formField(fault.field, input.mode));
  }
}

/**
 * 登记发放 by hand, by an officer of the programme. Refused: a 工号 nobody has, a foreign programme, and what `grant`
 * refuses.
 * @returns the row's id
 */
export async function enterGrant(permit: Permit<"cases.grant">, input: EnterGrant): Promise<string> {
  if (!permit.reach.programmes.includes(input.programme))
    throw new Refusal("这个服务项目不归您管，请选自己的项目。", "programme");

  return transact(async (tx) => {
    const person = await tx.person.findFirst({
      where: { staffNo: input.staffNo, ...personWithin(permit) },
      select: { id: true },
    });
    if (!person) throw new Refusal("没有这个工号，请核对。", "staffNo");
    const { id } = await grant(tx, permit, {
      personId: person.id,
      programme: input.programme,
      kind: input.kind,
      what: input.what,
      quantity: input.quantity,
      amountFen: input.amount,
      grantedOn: input.grantedOn,
    });

    return id;
  });
}

async function signWith(
  tx: Tx,
  permit: Permit<"cases.signOff">,
  input: SignForm,
  file: { upload: Upload; storedName: string } | undefined,
): Promise<void> {
  const row = await loadSignOff(tx, permit, input.signOffId);
  const signatureAttachmentId = file
    ? await recordAttachment(
        tx,
        permit,
        {
          owner: "sign_off",
          ownerId: row.id,
          programme: row.programme,
          personId: row.personId,
          unitId: row.unitId,
          kind: evidenceKinds[input.mode],
          hasConsent: input.hasConsent !== undefined,
        },
        file,
      )
    : undefined;
  const needsGivers = row.kind === "MONEY" && input.mode !== "TRANSFER";
  await signInside(tx, permit, row.id, {
    receivedBy: input.receivedBy,
    relation: input.relation,
    mode: input.mode,
    givenBy: needsGivers ? await giversOf(tx, permit, input) : [],
    signatureAttachmentId,
    voucherNo: input.voucherNo,
    signedOn: input.signedOn,
  });
}

/** A drawn signature only where one signs, a file otherwise. */
async function evidenceOf({ mode, drawn, file }: SignForm): Promise<Upload | undefined> {
  if (mode === "SIGNATURE" && drawn) {
    const bytes = Buffer.from(drawn.slice(drawn.indexOf(",") + 1), "base64");
    return readUpload(new File([bytes], "签字.png"));
  }
  return file && file.size > 0 ? readUpload(file) : undefined;
}

async function giversOf(tx: Tx, permit: Permit, { firstGiver, secondGiver }: SignForm): Promise<string[]> {
  const staffNos = [firstGiver, secondGiver].filter((staffNo) => staffNo !== undefined);
  const people = await tx.person.findMany({
    where: { staffNo: { in: staffNos }, bureauId: permit.reach.bureauId },
    select: { id: true, staffNo: true },
  });
  const unknown = staffNos.find((staffNo) => !people.some((person) => person.staffNo === staffNo));
  if (unknown !== undefined)
    throw new Refusal(`没有工号 ${unknown}，请核对。`, unknown === firstGiver ? "firstGiver" : "secondGiver");

  return people.map(({ id }) => id);
}

/** The rules speak of givers and an attachment; the form has a field for each giver, and two ways to bring a picture. */
function formField(field: string, mode: SignMode): string {
  if (field === "givenBy") return "secondGiver";
  if (field === "signatureAttachmentId") return mode === "SIGNATURE" ? "drawn" : "file";

  return field;
}
