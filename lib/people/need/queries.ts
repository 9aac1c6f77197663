import "server-only";
import { Prisma } from "@/prisma/generated/client";

/**
 * k4 of the priority rule (domain.md §14) for `person p` of the caller's statement: 0 深度, 1 意外, 2 相对, 3 none. Read from
 * the household's file while it is 在档; every programme that shares something out compares it, none needs the file itself.
 */
export const needRank = Prisma.sql`coalesce((select case n.level when 'DEEP' then 0 when 'ACCIDENT' then 1 when 'RELATIVE' then 2 end
  from hardship_file n where n.household_id = p.household_id and n.state = 'ON_FILE'), 3)`;
