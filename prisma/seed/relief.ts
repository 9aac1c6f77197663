import { encryptField } from "@/lib/crypto";
import { addDays, civilOf, dateColumn, type CivilDate } from "@/lib/dates";
import { deciderFor } from "@/lib/relief/rules";
import type { ReliefEvent } from "@/prisma/generated/enums";
import type { SeedRows } from "./bulk";
import { personOf } from "./case-demo";
import type { Life } from "./case-life";
import { liaisonOf, type Theatre } from "./case-teller";
import type { Family } from "./families";
import { at, idAt, of } from "./random";
import { capMost, limits, opinions, reliefLife, steps, thresholds, type Plan, type Reached } from "./relief-lives";
import { momentOn } from "./workdays";

/** Stage, working days ago, what happened, asked and granted in yuan. */
const plans: readonly [Reached, number, ReliefEvent, number, number?][] = [
  ["REPORTED", -1, "FIRE", 3_000],
  ["REPORTED", -1, "ACCIDENT", 1_500],
  ["RETURNED", -4, "OTHER", 800],
  ["ACCEPTED", -2, "ILLNESS", 2_000],
  // its papers were due five working days after the money: they are late
  ["PAID_FIRST", -9, "ACCIDENT", 1_000, 1_000],
  ["VERIFIED", -4, "FIRE", 2_500],
  ["APPROVAL", -5, "ILLNESS", 800],
  ["APPROVAL", -5, "FIRE", 3_000],
  ["PAYING", -6, "DEATH", 1_000, 1_000],
  ["SIGNED", -12, "ILLNESS", 1_500, 1_200],
  ["SIGNED", -45, "ACCIDENT", 1_000, 1_000],
  ["FOLLOW_UP", -48, "FIRE", 3_000, 2_000],
  ["REFUSED", -11, "OTHER", 5_000],
  ["WITHDRAWN", -14, "ACCIDENT", 600],
  // above both caps, decided by the committee and recorded by a leader with the reason
  ["ARCHIVED", -70, "FIRE", 12_000, 8_000],
  ["ARCHIVED", -90, "ILLNESS", 1_000, 800],
  ["ARCHIVED", -120, "DEATH", 2_000, 2_000],
  ["ARCHIVED", -150, "ACCIDENT", 1_000, 1_000],
  ["ARCHIVED", -190, "FIRE", 3_000, 3_000],
  ["ARCHIVED", -260, "ILLNESS", 1_000, 600],
];

const stories: Readonly<Record<ReliefEvent, string>> = {
  FIRE: "厨房夜里着火，家具衣物烧了大半，人没事，暂住亲戚家。（演示）",
  ILLNESS: "突然住院手术，押金和自付药费一时凑不出来。（演示）",
  ACCIDENT: "下班路上摔伤，住院治疗，家里没有别的收入。（演示）",
  DEATH: "家里老人去世，办后事花了不少钱。（演示）",
  OTHER: "家里水管爆裂，被褥家电都泡坏了。（演示）",
};

type Told = Plan & { life: Life };
type Rows = Pick<{ [T in keyof SeedRows]: SeedRows[T][] }, "emergency_relief" | "sign_off">;
export type ReliefDemo = { lives: Life[]; finish: () => Rows };

/** One case in every stage and a year of settled ones, for households that are on no list besides. */
export function reliefOf(theatre: Theatre, families: readonly Family[], onFile: readonly Family[]): ReliefDemo {
  const people = new Map(theatre.people.map((person) => [person.id, person]));
  const headOf = ({ household }: Family) => of(people, household.headId);
  const helped = new Set(onFile.map(({ household }) => household.id));
  const isHere = (family: Family) => headOf(family).status === "ACTIVE" && Number(headOf(family).staffNo) > 50_100;
  const listed = onFile.filter(isHere);
  const others = families.filter((one) => !helped.has(one.household.id) && isHere(one));
  const told = plans.map(([reached, place, event, asked, granted], row): Told => {
    // Every fourth household is on file, so that the order by need has something to order; one is a demo worker's.
    const from = row % 4 === 1 ? listed : others;
    const family = at(from, Math.floor((row * from.length) / plans.length));
    const person = reached === "SIGNED" && place === -12 ? personOf(theatre, "50005") : headOf(family);
    const householdId = families.find(({ personIds }) => personIds.includes(person.id))?.household.id ?? null;
    const one = { row, person, householdId, reached, place, event, asked: asked * 100, granted: (granted ?? 0) * 100 };

    return { ...one, life: reliefLife(theatre, one) };
  });

  return {
    lives: told.map(({ life }) => life),
    finish: () => ({
      emergency_relief: told.map((one) => reliefRow(theatre, one)),
      sign_off: told.flatMap((one) => signOffRow(theatre, one)),
    }),
  };
}

const verifiedStages: readonly string[] = [
  "VERIFIED",
  "APPROVAL",
  "PAYING",
  "SIGNED",
  "FOLLOW_UP",
  "REFUSED",
  "ARCHIVED",
];
const proposedStages = verifiedStages.slice(1);
const grantedStages: readonly string[] = ["PAYING", "SIGNED", "FOLLOW_UP", "ARCHIVED"];

function reliefRow(theatre: Theatre, told: Told): SeedRows["emergency_relief"] {
  const { life, person, reached, event, asked, row } = told;
  const { cast, line } = theatre;
  const on = (after: number) => dateColumn(line.on(told.place + after));
  const seal = (text: string, column: string) =>
    encryptField(text, { table: "emergency_relief", column, rowId: life.id });
  const unit = liaisonOf(theatre, person) ?? of(cast, "1008");

  return {
    caseId: life.id,
    bureauId: person.unit.bureauId,
    personId: person.id,
    unitId: person.unit.id,
    event,
    happenedOn: dateColumn(addDays(civilOf(life.opened), -(row % 2))),
    storyCipher: seal(stories[event], "story_cipher"),
    askedFen: BigInt(asked),
    paidFirstFen: 0n,
    ...(verifiedStages.includes(reached)
      ? {
          verifierIds: [of(cast, "2003").personId, unit.personId],
          verifiedOn: on(steps.verify),
          foundCipher: seal("上门看过，和报告的一致，邻居也证实。（演示）", "found_cipher"),
        }
      : { verifierIds: [] }),
    ...proposedPart(theatre, told),
    ...grantedPart(theatre, told),
  };
}

function proposedPart({ cast, line }: Theatre, told: Told): Partial<SeedRows["emergency_relief"]> {
  const { reached, granted, asked, place } = told;
  const paid = { payMode: "TRANSFER", fund: "UNION" } as const;
  if (reached === "PAID_FIRST")
    return {
      ...paid,
      paidFirstFen: BigInt(granted),
      paidFirstOn: dateColumn(line.on(place + steps.payFirst)),
      paidFirstById: of(cast, "1008").personId,
      paperworkDueOn: dateColumn(line.on(place + steps.payFirst + limits.papers)),
    };
  if (!proposedStages.includes(reached)) return {};

  return {
    ...paid,
    proposedFen: BigInt(granted || asked),
    officerId: of(cast, "2003").personId,
    officerOpinion: opinions.officer,
  };
}

function grantedPart(
  { cast, line }: Theatre,
  { reached, granted, place }: Told,
): Partial<SeedRows["emergency_relief"]> {
  if (!grantedStages.includes(reached)) return {};
  const approvedOn = line.on(place + steps.approve);
  const isOver = granted > capMost;
  const isCommittees = granted > thresholds.leaderMost * 100;

  return {
    grantedFen: BigInt(granted),
    approverId: of(cast, deciderFor(granted, isOver, thresholds) === "M" ? "1008" : "1002").personId,
    approvedOn: dateColumn(approvedOn),
    opinion: opinions.approver,
    ...(isCommittees
      ? {
          committeeNo: `会议纪要〔${approvedOn.slice(0, 4)}〕${Number(approvedOn.slice(5, 7))}号`,
          committeeOn: dateColumn(approvedOn),
        }
      : {}),
    ...(isOver ? { capReason: "房屋全部烧毁，家里没有住处，年度累计超过限额，经党委会研究同意。" } : {}),
  };
}

/** The money in the ledger of sign-offs; by transfer, signed for unless it still waits. */
function signOffRow({ cast, line }: Theatre, told: Told): SeedRows["sign_off"][] {
  const { life, person, reached, granted, place, row } = told;
  const isFirst = reached === "PAID_FIRST";
  if (!isFirst && !grantedStages.includes(reached)) return [];
  const grantedOn: CivilDate = line.on(place + (isFirst ? steps.payFirst : steps.approve));
  const signedOn: CivilDate = line.on(place + (isFirst ? 2 : steps.sign));
  const isSigned = reached !== "PAYING";

  return [
    {
      id: idAt(momentOn(grantedOn, 300), "relief money", row),
      bureauId: person.unit.bureauId,
      personId: person.id,
      householdId: told.householdId,
      unitId: person.unit.id,
      programme: "relief",
      caseId: life.id,
      kind: "MONEY",
      what: "临时救助金",
      quantity: 1,
      amountFen: BigInt(granted),
      grantedOn: dateColumn(grantedOn),
      grantedAt: momentOn(grantedOn, 300),
      grantedById: of(cast, isFirst ? "1008" : "1002").accountId,
      ...(isSigned
        ? {
            signedOn: dateColumn(signedOn),
            signedAt: momentOn(signedOn, 320),
            signedById: of(cast, "2003").accountId,
            receivedBy: person.name,
            mode: "TRANSFER",
            voucherNo: `JZ-${String(row + 1).padStart(4, "0")}`,
            version: 2,
          }
        : { version: 1 }),
    },
  ];
}
