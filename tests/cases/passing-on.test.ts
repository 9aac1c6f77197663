import { beforeAll, describe, expect, it } from "vitest";
import { askExtension, decideExtension } from "@/lib/cases/extensions/commands";
import { decideHandOver, offerHandOver } from "@/lib/cases/handovers/commands";
import { fromDateColumn } from "@/lib/dates";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { countAll, units } from "../people/bureau";
import { anAssignedCase, openBureau, permit, row, type Cast } from "./bureau";

let cast: Cast;
beforeAll(async () => {
  cast = await openBureau();
});

/** The command is refused, and not one row of any table came or went, nor did the case change. */
async function expectRefused(
  id: string | null,
  act: () => Promise<unknown>,
  says: string | RegExp | typeof Refusal = Refusal,
) {
  const before = { counts: await countAll(), row: id && (await row(id)) };
  await expect(act()).rejects.toThrow(says);
  expect({ counts: await countAll(), row: id && (await row(id)) }).toEqual(before);
}

const notFound = /NEXT_HTTP_ERROR_FALLBACK;404/;

describe("延期", () => {
  it("is asked by the handling unit and approved once by a leader", async () => {
    const id = await anAssignedCase(cast);
    const { version } = await row(id);
    await askExtension(permit(cast.insurance, "cases.askExtension"), {
      caseId: id,
      version,
      days: 5,
      reason: "等社保中心盖章",
    });
    const asked = await db.extension.findFirstOrThrow({ where: { caseId: id } });
    await decideExtension(permit(cast.boss, "cases.decideExtension"), {
      caseId: id,
      extensionId: asked.id,
      decision: "APPROVED",
    });
    const extended = await row(id);
    expect(extended.dueOn && fromDateColumn(extended.dueOn)).toBe("2026-10-26");
    await expectRefused(
      id,
      () =>
        askExtension(permit(cast.insurance, "cases.askExtension"), {
          caseId: id,
          version: extended.version,
          days: 1,
          reason: "再等等看",
        }),
      "只能延一次",
    );
    const again = { caseId: id, extensionId: asked.id, decision: "REFUSED", note: "改主意了" } as const;
    await expectRefused(id, () => decideExtension(permit(cast.deputy, "cases.decideExtension"), again));
  });

  it("is refused after expiry, beyond the limit and to those who do not handle it", async () => {
    const id = await anAssignedCase(cast);
    const { version } = await row(id);
    const ask = { caseId: id, version, days: 5, reason: "等社保中心盖章" };
    await expectRefused(
      id,
      () => askExtension(permit(cast.insurance, "cases.askExtension", "2026-10-20"), ask),
      "已经超期",
    );
    await expectRefused(
      id,
      () => askExtension(permit(cast.insurance, "cases.askExtension"), { ...ask, days: 16 }),
      "最多延长 15",
    );
    await expectRefused(id, () => askExtension(permit(cast.desk, "cases.askExtension"), ask), "承办单位");
  });
});

describe("转给别的单位", () => {
  it("stays where it is until the other side accepts", async () => {
    const id = await anAssignedCase(cast);
    const { version } = await row(id);
    const offer = { caseId: id, version, toUnitId: units.second, reason: "属于二所的事" };
    await offerHandOver(permit(cast.insurance, "cases.handOver"), offer);
    expect((await row(id)).handlerUnitId).toBe(units.personnel);
    const { id: handOverId } = await db.handOver.findFirstOrThrow({ where: { caseId: id } });
    const decision = { caseId: id, handOverId, decision: "ACCEPTED" } as const;
    await expectRefused(
      id,
      () => decideHandOver(permit(cast.insurance, "cases.decideHandOver"), decision),
      "没有转给您的单位",
    );
    await decideHandOver(permit(cast.secondLiaison, "cases.decideHandOver"), decision);
    expect(await row(id)).toMatchObject({ handlerUnitId: units.second, handlerId: cast.secondLiaison.accountId });
    await expectRefused(id, () => offerHandOver(permit(cast.firstLiaison, "cases.handOver"), offer), notFound);
  });

  it("is returned only with a reason, and one offer is open at a time", async () => {
    const id = await anAssignedCase(cast);
    const offer = { caseId: id, version: (await row(id)).version, toUnitId: units.second, reason: "属于二所的事" };
    await offerHandOver(permit(cast.insurance, "cases.handOver"), offer);
    await expectRefused(id, () => offerHandOver(permit(cast.insurance, "cases.handOver"), offer), "等对方接收");
    const { id: handOverId } = await db.handOver.findFirstOrThrow({ where: { caseId: id } });
    const back = { caseId: id, handOverId, decision: "RETURNED" } as const;
    await expectRefused(
      id,
      () => decideHandOver(permit(cast.secondLiaison, "cases.decideHandOver"), back),
      "为什么退回",
    );
    await decideHandOver(permit(cast.secondLiaison, "cases.decideHandOver"), { ...back, note: "人在一所" });
    expect((await row(id)).handlerUnitId).toBe(units.personnel);
  });
});
