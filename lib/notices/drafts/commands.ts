import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { maskName } from "@/lib/masks";
import { draftNotice } from "@/lib/notices/commands";
import { readLines } from "@/lib/notices/drafts/rules";
import type { DraftForm } from "@/lib/notices/schema";
import { Refusal } from "@/lib/refusal";
import { transact } from "@/prisma/client";

/**
 * 起草公示 by hand, for a programme that has no pages of its own yet: 工号 become masked names and units from the roster,
 * no name is typed. Refused: a foreign programme, a line that cannot be read, a 工号 nobody has, what a notice may not show.
 * @returns the notice's id
 */
export async function draftByHand(permit: Permit<"notices.draft">, input: DraftForm): Promise<string> {
  if (!permit.reach.programmes.includes(input.matter))
    throw new Refusal("这个服务项目不归您管，请选自己的项目。", "matter");
  const read = readLines(input.lines);
  if ("sentence" in read) throw new Refusal(read.sentence, "lines");

  return transact(async (tx) => {
    const people = await tx.person.findMany({
      where: { bureauId: permit.reach.bureauId, staffNo: { in: read.lines.map(({ staffNo }) => staffNo) } },
      select: { id: true, staffNo: true, name: true, unit: { select: { name: true, topUnitId: true } } },
    });
    const tops = await tx.orgUnit.findMany({
      where: { id: { in: people.map(({ unit }) => unit.topUnitId).filter((id) => id !== null) } },
      select: { id: true, name: true },
    });
    const topName = new Map(tops.map(({ id, name }) => [id, name]));
    const byStaffNo = new Map(people.map((person) => [person.staffNo, person]));
    const entries = read.lines.map(({ staffNo, amountFen, note }) => {
      const person = byStaffNo.get(staffNo);
      if (!person) throw new Refusal(`没有工号 ${staffNo}，请核对名单。`, "lines");
      const unit = topName.get(person.unit.topUnitId ?? "") ?? person.unit.name;

      return { key: person.id, maskedName: maskName(person.name), unit, amountFen, note };
    });
    const { id } = await draftNotice(tx, permit, {
      matter: input.matter,
      title: input.title,
      text: input.text,
      place: input.place,
      phone: input.phone,
      entries,
    });

    return id;
  });
}
