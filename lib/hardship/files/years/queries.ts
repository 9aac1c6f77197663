import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { filesOpenTo } from "@/lib/hardship/reach/queries";
import { db } from "@/prisma/client";

/** Money of one calendar year, by the day of its approval; corrections taken off. */
export type HelpYear = { year: number; grantedFen: bigint; signedFen: bigint; times: number };

/** What the household of a file was granted and has signed for, over every kind of help; newest year first. */
export async function helpByYear(permit: Permit<"hardship.view">, fileId: string): Promise<HelpYear[]> {
  return db.$queryRaw<HelpYear[]>`
    select extract(year from s.granted_on)::int as year, sum(s.amount_fen)::bigint as "grantedFen",
      coalesce(sum(s.amount_fen) filter (where s.signed_on is not null), 0)::bigint as "signedFen",
      count(*) filter (where s.reverses_id is null)::int as times
    from hardship_file f join sign_off s on s.kind = 'MONEY' and (s.household_id = f.household_id
      or s.person_id in (select p.id from person p where p.household_id = f.household_id))
    where f.id = ${fileId}::uuid and ${filesOpenTo(permit)} group by 1 order by 1 desc`;
}
