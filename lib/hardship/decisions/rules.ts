import { requiredDocuments } from "@/lib/hardship/rules";
import { levelWords } from "@/lib/hardship/words";
import type { AttachmentKind, HardshipCause, HardshipLevel } from "@/prisma/generated/enums";

type Causes = { mainCause: HardshipCause; secondCause: HardshipCause | null };

/** The papers that are still wanting, all at once (一次性告知). */
export function missingDocuments(
  { mainCause, secondCause }: Causes,
  received: readonly { kind: AttachmentKind }[],
  given: { isMigrant: boolean },
): AttachmentKind[] {
  const here = new Set(received.map(({ kind }) => kind));

  return requiredDocuments(secondCause ? [mainCause, secondCause] : [mainCause], given).filter(
    (kind) => !here.has(kind),
  );
}

/** One sentence that names everything that is missing. */
export function tellOnce(missing: readonly string[]): string {
  return missing.length === 0
    ? ""
    : `还差 ${missing.length} 样：${missing.map((name, i) => `${i + 1}.${name}`).join("；")}。补齐后告诉单位联络员，或者在手机上拍照。`;
}

type Ready = {
  perHeadFen: bigint | null;
  proposed: HardshipLevel | null;
  exclusions: readonly string[];
  hasCheck: boolean;
  missing: readonly string[];
};

/** Why this level cannot be proposed yet, with the field it belongs to; undefined when it can. */
export function refuseProposal(
  facts: Ready,
  { level, deviationReason }: { level: HardshipLevel; deviationReason?: string | undefined },
): { sentence: string; field?: string } | undefined {
  if (!facts.hasCheck) return { sentence: "还没有登记入户核查，请单位工会先去家里看。" };
  if (facts.perHeadFen === null) return { sentence: "请先填写收入和支出，保存后看测算结果。" };
  if (facts.missing.length > 0) return { sentence: `材料还没有收齐。${tellOnce(facts.missing)}` };
  if (facts.exclusions.length > 0)
    return { sentence: `有排除条件（${facts.exclusions.join("；")}），不能建档。请选「不符合条件」并说明。` };
  if (level !== facts.proposed && (deviationReason ?? "").length < 10) {
    const word = facts.proposed ? levelWords[facts.proposed] : "不符合";

    return {
      sentence: `测算是「${word}」，改成「${levelWords[level]}」请写明理由，不少于 10 个字。`,
      field: "deviationReason",
    };
  }

  return undefined;
}

type Stored = Causes & {
  incomeFen: bigint | null;
  medicalFen: bigint;
  educationFen: bigint;
  disabilityFen: bigint;
  accidentCostFen: bigint;
  size: number | null;
  dwellings: number;
  housing: string;
  area: number | null;
  cars: string;
  schoolFee: string;
};

/** What the form of the figures starts with: text for every field. */
export function factsForm(stored: Stored): Record<string, string> {
  const money = (fen: bigint | null) => (fen === null ? "" : (Number(fen) / 100).toFixed(2));

  return {
    mainCause: stored.mainCause,
    secondCause: stored.secondCause ?? "",
    income: money(stored.incomeFen),
    medical: money(stored.medicalFen),
    education: money(stored.educationFen),
    disability: money(stored.disabilityFen),
    accidentCost: money(stored.accidentCostFen),
    size: stored.size === null ? "" : String(stored.size),
    dwellings: String(stored.dwellings),
    housing: stored.housing,
    area: stored.area === null ? "" : String(stored.area),
    cars: stored.cars,
    schoolFee: stored.schoolFee,
  };
}
