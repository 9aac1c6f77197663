import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { Prisma } from "@/prisma/generated/client";

/**
 * The people a permit reaches, as a condition on `person p`: the bureau for leaders and officers, the own units for a
 * liaison, nobody but oneself for a worker. What is outside is not found.
 */
export function peopleWithin({ reach }: Permit): Prisma.Sql {
  const bureau = Prisma.sql`p.bureau_id = ${reach.bureauId}::uuid and p.voided_at is null`;
  switch (reach.kind) {
    case "bureau":
      return bureau;
    case "units":
      return Prisma.sql`(${bureau} and p.unit_id = any(${[...reach.unitIds]}::uuid[]))`;
    case "self":
      return Prisma.sql`(${bureau} and p.id = ${reach.personId}::uuid)`;
    case "none":
      return Prisma.sql`false`;
  }
}

/** The same for commands, as a Prisma filter. */
export function personWithin({ reach }: Permit): Prisma.PersonWhereInput {
  switch (reach.kind) {
    case "bureau":
      return { bureauId: reach.bureauId, voidedAt: null };
    case "units":
      return { bureauId: reach.bureauId, voidedAt: null, unitId: { in: [...reach.unitIds] } };
    case "self":
      return { bureauId: reach.bureauId, voidedAt: null, id: reach.personId };
    case "none":
      return { id: { in: [] } };
  }
}
