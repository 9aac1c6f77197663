import { beforeAll, expect, it } from "vitest";
import { dateColumn } from "@/lib/dates";
import { campaignYears } from "@/lib/hardship/visits/queries";
import { newId } from "@/lib/id";
import { db } from "@/prisma/client";
import { units } from "../people/bureau";
import { openUnion, permit, type HardshipCast } from "./bureau";

let cast: HardshipCast;
const id = newId();
const money = (given: object) => ({
  id: newId(),
  bureauId: cast.officer.bureauId,
  personId: cast.worker.personId,
  unitId: units.firstTeam,
  programme: "hardship",
  campaignId: id,
  kind: "MONEY" as const,
  what: "春节慰问金",
  amountFen: 50_000n,
  grantedOn: dateColumn("2026-01-20"),
  grantedById: cast.officer.accountId,
  ...given,
});

beforeAll(async () => {
  cast = await openUnion();
  await db.visitCampaign.create({
    data: {
      id,
      bureauId: cast.officer.bureauId,
      year: 2026,
      name: "2026年春节走访慰问",
      standardFen: 50_000n,
      festivalOn: dateColumn("2026-02-17"),
      finishBy: dateColumn("2026-02-13"),
      createdById: cast.officer.accountId,
    },
  });
});

it("counts what was signed for, never what was only granted or taken back", async () => {
  const years = () => campaignYears(permit(cast.officer, "hardship.view"));
  await db.signOff.create({ data: money({}) });
  expect(await years()).toMatchObject([{ year: 2026, households: 0, paidFen: 0n }]);
  const signed = {
    signedOn: dateColumn("2026-02-10"),
    signedById: cast.officer.accountId,
    receivedBy: "王建国",
    mode: "TRANSFER",
    voucherNo: "ZZ-1",
  };
  const first = await db.signOff.create({ data: money(signed) });
  await db.signOff.create({ data: money(signed) });
  expect(await years()).toMatchObject([{ households: 2, paidFen: 100_000n }]);
  await db.signOff.create({
    data: money({
      reversesId: first.id,
      reason: "发错了人",
      quantity: -1,
      amountFen: -50_000n,
      signedOn: dateColumn("2026-02-11"),
    }),
  });
  expect(await years()).toMatchObject([{ households: 1, paidFen: 50_000n }]);
});
