import type { CivilDate } from "@/lib/dates";
import { useWords } from "@/lib/dormitories/words";
import type { BedTier, RoomUse } from "@/prisma/generated/enums";

const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));

/**
 * The beds that are put up in a room: first the double ones, a lower and an upper place each, then the single ones.
 * Their letters go on after those that the room has or ever had, so that a letter always means the same bed.
 * @returns undefined when the letters run out
 */
export function bedsToAdd(
  taken: readonly string[],
  { doubles, singles }: { doubles: number; singles: number },
): { label: string; tier: BedTier }[] | undefined {
  const tiers: BedTier[] = [
    ...Array.from({ length: doubles }, () => ["LOWER", "UPPER"] as const).flat(),
    ...Array.from({ length: singles }, () => "SINGLE" as const),
  ];
  const free = letters.filter((letter) => !taken.includes(letter));
  if (tiers.length > free.length) return undefined;

  return tiers.flatMap((tier, i) => {
    const label = free[i];

    return label ? [{ label, tier }] : [];
  });
}

/** Somebody with a claim on a bed of the room. */
export type Claimant = { name: string; label: string; isLiving: boolean };

/** `张三（A床）、李四（B床，还没来住）`; more than four are counted. */
export function namesOf(people: readonly Claimant[]): string {
  const named = people
    .slice(0, 4)
    .map(({ name, label, isLiving }) => `${name}（${label}床${isLiving ? "" : "，还没来住"}）`)
    .join("、");

  return people.length > 4 ? `${named}等 ${people.length} 人` : named;
}

/** Why the room cannot become one for somebody else; undefined when nobody is in it or nothing changes. */
export function refuseUse(
  room: { name: string; use: RoomUse },
  to: RoomUse,
  people: readonly Claimant[],
): string | undefined {
  if (to === room.use || people.length === 0) return undefined;

  return `${room.name}室还有${namesOf(people)}，不能改成${useWords[to]}室。请先给他们调宿或者办退宿，空出来再改。`;
}

/** Why the beds cannot simply be closed: who is in them has to move first, or somebody says that they will. */
export function refuseShutting(people: readonly Claimant[], isKnown: boolean): string | undefined {
  if (people.length === 0 || isKnown) return undefined;

  return `里面还有${namesOf(people)}，要搬走。请先给他们调宿；一定要先关，请勾选「先关，人随后搬」，要搬的人会列在宿舍页上。`;
}

/** Why these days cannot be those of a closure; undefined when they can. */
export function refuseDays(fromOn: CivilDate, toOn: CivilDate | undefined, today: CivilDate): string | undefined {
  if (toOn !== undefined && toOn < fromOn) return "修完的日子不能早于开始的日子。";

  return toOn !== undefined && toOn < today ? "这段日子已经过去了，不用再登记。" : undefined;
}
