import "server-only";
import { recordAudit } from "@/lib/audit/commands";
import type { Permit } from "@/lib/auth/permit";
import { encryptField } from "@/lib/crypto";
import { dateColumn, formatTime } from "@/lib/dates";
import { changesSince, loadPart, type CareRecord, type LoadedPart } from "@/lib/people/parts/queries";
import {
  changedFields,
  compareChanges,
  fieldsOf,
  formValue,
  refusePart,
  textsOf,
  type PartName,
  type Texts,
} from "@/lib/people/parts/rules";
import { fieldWords, valueWord } from "@/lib/people/parts/words";
import { writeTokens } from "@/lib/people/search/commands";
import { pinyinKey } from "@/lib/people/search/rules";
import { actedMeanwhile, Refusal } from "@/lib/refusal";
import { transact, type Tx } from "@/prisma/client";
import type { Prisma } from "@/prisma/generated/client";
import type { HukouScope, HukouType, LiteracyAid, MobileOwner, PoliticalStatus, Sex } from "@/prisma/generated/enums";

/** A section as it was typed: the person, the version that was on the screen, and the fields of the section. */
export type TypedPart = { id: string; version: number } & Readonly<Record<string, unknown>>;

/**
 * Changes one section of a record. Refused: what the section's rules forbid; and the second of two editors, who is told
 * field by field what the other changed and keeps what was typed. Nothing is written when nothing differs.
 */
export async function changePerson(permit: Permit<"people.change">, part: PartName, typed: TypedPart): Promise<void> {
  await transact((tx) => changePart(tx, permit, part, typed));
}

/** The same inside another act (a proposal that is accepted). */
export async function changePart(
  tx: Tx,
  permit: Permit<"people.change" | "people.decide">,
  part: PartName,
  typed: TypedPart,
): Promise<void> {
  const loaded = await loadPart(tx, permit, typed.id, part);
  const texts = textsOf(typed, fieldsOf(part, loaded.idType));
  if (typed.version !== loaded.version) await tellChanges(tx, permit, { loaded, texts, version: typed.version });
  const fault = refusePart(part, texts, loaded, permit.today);
  if (fault) throw new Refusal(fault.sentence, fault.field);
  const fields = changedFields(loaded.texts, texts);
  if (fields.length === 0) return;
  await writePart(tx, permit, { loaded, part, texts });
  const only = (values: Texts) => Object.fromEntries(fields.map((field) => [field, values[field] ?? ""]));
  await recordAudit(tx, permit, {
    object: "person",
    objectId: loaded.id,
    subjectId: loaded.id,
    fields,
    detail: { version: loaded.version + 1, part },
    values: { before: only(loaded.texts), after: only(texts) },
  });
}

/** Throws when somebody else changed this section since the form was opened; other sections do not matter. */
async function tellChanges(
  tx: Tx,
  permit: Permit,
  { loaded, texts, version }: { loaded: LoadedPart; texts: Texts; version: number },
): Promise<void> {
  const told = compareChanges(texts, loaded.texts, await changesSince(tx, permit, loaded.id, version));
  if (told.length === 0) return;
  const words = told.map(({ field, now, change, typed, isDisputed }) => {
    const became = `${change.who} ${formatTime(change.at)} 把“${fieldWords[field] ?? field}”改成了“${valueWord(field, now)}”`;

    return isDisputed ? `${became}，您填的是“${valueWord(field, typed)}”，已保留` : `${became}，已替您更新在表里`;
  });
  const taken = told.filter(({ isDisputed }) => !isDisputed);
  const resume = {
    ...Object.fromEntries(taken.map(({ field, now }) => [field, formValue(field, now)])),
    version: String(loaded.version),
  };
  throw new Refusal(`您打开后别人改过：${words.join("；")}。请核对后再按一次保存。`, undefined, resume);
}

async function writePart(
  tx: Tx,
  permit: Permit,
  { loaded, part, texts }: { loaded: LoadedPart; part: PartName; texts: Texts },
): Promise<void> {
  const columns = writers[part](loaded, texts);
  const { count } = await tx.person.updateMany({
    where: { id: loaded.id, version: loaded.version },
    data: Object.assign(columns, { version: loaded.version + 1, updatedAt: permit.now }),
  });
  if (count !== 1) throw actedMeanwhile();
  const { id, staffNo, unitId } = loaded;
  const name = part === "basic" ? (texts.name ?? loaded.name) : loaded.name;
  const mobile = part === "contact" ? texts.mobile || null : loaded.mobile;
  if (name !== loaded.name || mobile !== loaded.mobile)
    await writeTokens(tx, permit, { id, unitId, name, staffNo, mobile });
}

type Columns = Prisma.PersonUpdateManyMutationInput;

const column = (text: string | undefined) => (text ? dateColumn(text) : null);
const listOf = (text: string | undefined) => (text ? text.split(",") : []);

/** The columns of each section, named one by one: a form writes nothing else. The texts have passed the schema. */
const writers = {
  basic: (loaded, t) => ({
    name: t.name ?? loaded.name,
    pinyin: pinyinKey(t.name ?? loaded.name),
    archiveBirthDate: column(t.archiveBirthDate),
    ethnicity: t.ethnicity || "汉族",
    politicalStatus: t.politicalStatus as PoliticalStatus,
    ...(loaded.idType === "OTHER" ? { sex: (t.sex || null) as Sex | null, birthDate: column(t.birthDate) } : {}),
  }),
  hukou: (_loaded, t) => ({
    hukouScope: t.hukouScope as HukouScope,
    hukouType: t.hukouType as HukouType,
    hukouAddress: t.hukouAddress || null,
    residencePermitNo: t.residencePermitNo || null,
    residencePermitExpiry: column(t.residencePermitExpiry),
  }),
  contact: (_loaded, t) => ({
    mobile: t.mobile || null,
    mobileOwner: t.mobile ? (t.mobileOwner as MobileOwner) : null,
    address: t.address || null,
    emergencyName: t.emergencyName || null,
    emergencyRelation: t.emergencyRelation || null,
    emergencyPhone: t.emergencyPhone || null,
    literacyAids: listOf(t.literacyAids) as LiteracyAid[],
  }),
  bank: (loaded, t) => ({
    bankName: t.bankName || null,
    ...(t.bankCard
      ? {
          bankCardCipher: encryptField(t.bankCard, { table: "person", column: "bank_card_cipher", rowId: loaded.id }),
          bankCardTail: t.bankCard.slice(-4),
        }
      : {}),
  }),
  union: (_loaded, t) => ({ unionMember: t.unionMember === "on", unionJoinedOn: column(t.unionJoinedOn) }),
  care: (loaded, t) => {
    const place = { table: "person", column: "health_flags_cipher", rowId: loaded.id };
    const care: CareRecord = listOf(t.flags).map((kind) =>
      kind === "DISABILITY" && t.disabilityLevel ? { kind, level: t.disabilityLevel } : { kind },
    );

    return {
      healthFlagsCipher: care.length > 0 ? encryptField(JSON.stringify(care), place) : null,
      // The flag is seen by every desk, the reason by nobody without the right: it follows and is not ticked by hand.
      needsGreenChannel: care.length > 0,
    };
  },
} satisfies Record<PartName, (loaded: LoadedPart, texts: Texts) => Columns>;
