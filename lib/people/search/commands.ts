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
