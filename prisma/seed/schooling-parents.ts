import { encryptField } from "@/lib/crypto";
import { addDays } from "@/lib/dates";
import type { SeedRows } from "./bulk";
import { nameOf } from "./names";
import type { idNumbers } from "./numbers";
import type { Person } from "./person-rows";
import { dice } from "./random";
import type { Placed } from "./schooling-lives";

type Columns = Pick<
  SeedRows["school_placement"],
  "otherParent" | "otherParentId" | "otherNameCipher" | "otherIdCipher" | "otherPhoneCipher"
>;

/** Rows of the placements whose other parent works here too, and of the one that has none. */
const [COUPLE, ALONE] = [90_013, 90_002];

/** The other parent of a placement: one works here too, one child has a single parent, the others work elsewhere. */
export function otherParentOf(
  { row, id, person }: Placed,
  colleagues: readonly Person[],
  nextIdNo: ReturnType<typeof idNumbers>,
): Columns {
  if (row === ALONE) return { otherParent: "NONE" };
  const sex = person.sex === "MALE" ? ("FEMALE" as const) : ("MALE" as const);
  const colleague = colleagues.find((one) => one.sex === sex && one.unit !== person.unit);
  if (row === COUPLE && colleague) return { otherParent: "WORKER", otherParentId: colleague.id };
  const { between } = dice("school other parent", row);
  const seal = (column: string, value: string) => encryptField(value, { table: "school_placement", column, rowId: id });
  const idNo = nextIdNo(addDays(person.birth, between(-900, 900)), sex, row + 1_000);

  return {
    otherParent: "OUTSIDE",
    otherNameCipher: seal("other_name_cipher", nameOf(sex, row)),
    otherIdCipher: seal("other_id_cipher", idNo),
    otherPhoneCipher: seal("other_phone_cipher", `139${String(between(10_000_000, 99_999_999))}`),
  };
}
