import "server-only";
import { z } from "zod";
import type { Permit } from "@/lib/auth/permit";
import { pickedPerson, pickPeople, type PickedPerson } from "@/lib/people/queries";

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});

/** Whose matter a page is about, or the people among whom to choose. */
export type Chosen = {
  q: string | undefined;
  people: PickedPerson[];
  person: PickedPerson | null;
  /** somebody was named who is not there, or is out of reach */
  isLost: boolean;
};

/** Reads `person` and `q` of an address: the one person within reach, or up to a screenful who fit what was typed. */
export async function choosePerson(permit: Permit, params: Record<string, string>): Promise<Chosen> {
  const { q, person: id } = Query.parse(params);
  const person = id ? await pickedPerson(permit, id) : null;

  return { q, person, isLost: Boolean(id) && !person, people: q && !id ? await pickPeople(permit, q) : [] };
}
