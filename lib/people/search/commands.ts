import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { tokensOf, type Findable } from "@/lib/people/search/rules";
import type { Tx } from "@/prisma/client";

/** Writes the search words of a person anew: whenever name, 工号, phone or unit changes, in the transaction of that change. */
export async function writeTokens(
  tx: Tx,
  { reach }: Permit,
  person: Findable & { id: string; unitId: string },
): Promise<void> {
  const { id, unitId } = person;
  await tx.personToken.deleteMany({ where: { personId: id } });
  const tokens = tokensOf(person);
  await tx.personToken.createMany({
    data: tokens.map((token) => ({ token, personId: id, bureauId: reach.bureauId, unitId })),
  });
}

type Found = Findable & { id: string; unitId: string };

/** The same for many people at once, in two statements. */
export async function writeManyTokens(tx: Tx, { reach }: Permit, people: readonly Found[]): Promise<void> {
  if (people.length === 0) return;
  await tx.personToken.deleteMany({ where: { personId: { in: people.map(({ id }) => id) } } });
  const words = people.flatMap((person) =>
    tokensOf(person).map((token) => ({ token, id: person.id, unit: person.unitId })),
  );
  await tx.$executeRaw`
    insert into person_token (token, person_id, bureau_id, unit_id)
    select t.token, t.id, ${reach.bureauId}::uuid, t.unit
    from unnest(${words.map(({ token }) => token)}::text[], ${words.map(({ id }) => id)}::uuid[],
      ${words.map(({ unit }) => unit)}::uuid[]) as t(token, id, unit)`;
}
