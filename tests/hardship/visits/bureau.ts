import sharp from "sharp";
import { expect } from "vitest";
import { grant } from "@/lib/cases/sign-offs/commands";
import { dateColumn, instantAt, type CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import type { RoleName } from "@/prisma/generated/enums";
import { aPerson, countAll, units, type Staff } from "../../people/bureau";
import { monday, openUnion, permit, type HardshipCast } from "../bureau";

export { monday, permit };
export type { HardshipCast };

/** The festival of these tests: visits end on the Friday of the following week. */
export const finishBy: CivilDate = "2026-10-23";

export type Round = {
  cast: HardshipCast;
  campaignId: string;
  groupId: string;
  /** households of 王建国 (清扫一班 of 一所), 张秀英 (the same) and a retiree of 二所, by name */
  rows: Record<"wang" | "zhang" | "zhao", string>;
};

/**
 * A campaign that is being visited: three households of 500 yuan each, granted, in the group of 赵强 (leader), 刘立 (officer)
 * and 孙洁 (liaison of 一所). 何平 and 李娜 (liaison of 二所) stand beside it.
 */
export async function openRound(given: { grouped?: boolean } = {}): Promise<Round> {
  const cast = await openUnion();
  await appoint(cast.boss, "LEADER");
  await appoint(cast.deputy, "LEADER");
  for (const who of [cast.officer, cast.otherOfficer, cast.manager]) await appoint(who, "OFFICER", "hardship");
  await appoint(cast.desk, "OFFICER", "reception");
  await appoint(cast.firstLiaison, "LIAISON");
  await appoint(cast.secondLiaison, "LIAISON");
  const campaignId = newId();
  await db.visitCampaign.create({
    data: {
      id: campaignId,
      bureauId: cast.officer.bureauId,
      year: 2026,
      name: "2026年春节走访慰问",
      stage: "VISITING",
      standardFen: 50_000n,
      goods: "米、面、油",
      festivalOn: dateColumn("2026-10-27"),
      finishBy: dateColumn(finishBy),
      createdById: cast.officer.accountId,
    },
  });
  const groupId = newId();
  const memberIds = [cast.boss.personId, cast.officer.personId, cast.firstLiaison.personId];
  await db.visitGroup.create({
    data: {
      id: groupId,
      campaignId,
      name: "第一组",
      leaderId: cast.boss.personId,
      memberIds,
      plannedOn: dateColumn(monday),
    },
  });
  const zhao = await aPerson({ name: "赵桂兰", unitId: units.secondTeam, mobile: "13900001111" });
  await db.person.update({
    where: { id: cast.worker.personId },
    data: { address: "河东路3号", mobile: "13900002222" },
  });
  const put = given.grouped === false ? null : groupId;
  const row = (personId: string, unitId: string, orderNo: string) =>
    aRow(cast, { campaignId, groupId: put, personId, unitId, orderNo });

  return {
    cast,
    campaignId,
    groupId,
    rows: {
      wang: await row(cast.worker.personId, units.firstTeam, "001"),
      zhang: await row(cast.otherWorker.personId, units.firstTeam, "002"),
      zhao: await row(zhao.id, units.secondTeam, "003"),
    },
  };
}

type NewRow = { campaignId: string; groupId: string | null; personId: string; unitId: string; orderNo: string };

async function aRow(cast: HardshipCast, given: NewRow): Promise<string> {
  const id = newId();
  const householdId = newId();
  const { bureauId } = cast.officer;
  await db.household.create({ data: { id: householdId, bureauId, headId: given.personId } });
  await db.person.update({ where: { id: given.personId }, data: { householdId } });
  const signOff = await transact((tx) =>
    grant(tx, permit(cast.officer, "cases.grant"), {
      personId: given.personId,
      householdId,
      programme: "hardship",
      campaignId: given.campaignId,
      kind: "MONEY",
      what: "2026年春节慰问金",
      quantity: 1,
      amountFen: 50_000,
      grantedOn: monday,
    }),
  );
  await db.visitRow.create({
    data: {
      id,
      householdId,
      ...given,
      category: "HARDSHIP",
      reason: "困难职工家庭",
      amountFen: 50_000n,
      signOffId: signOff.id,
    },
  });

  return id;
}

async function appoint(who: Staff, role: RoleName, programme = ""): Promise<void> {
  await db.appointment.create({
    data: {
      id: newId(),
      accountId: who.accountId,
      personId: who.personId,
      role,
      programme,
      unitId: role === "LIAISON" ? units.first : null,
      validFrom: dateColumn("2020-01-01"),
      grantedAt: instantAt("2020-01-01", "09:00"),
    },
  });
}

/** A signature as the pad sends it. */
export async function drawn(): Promise<string> {
  const png = await sharp({ create: { width: 60, height: 24, channels: 3, background: "#ffffff" } })
    .png()
    .toBuffer();

  return `data:image/png;base64,${png.toString("base64")}`;
}

/** A photo as a phone sends it. */
export async function aPhoto(): Promise<File> {
  const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: "#885533" } })
    .jpeg()
    .toBuffer();

  return new File([new Uint8Array(jpeg)], "现场.jpg", { type: "image/jpeg" });
}

/** What the form of a visit carries: 赵强 and 刘立 went, 王建国 signed on the screen. */
export async function aVisit(round: Round, given: object = {}, name: keyof Round["rows"] = "wang") {
  const rowId = round.rows[name];
  const { version } = await rowNow(rowId);
  const { person } = await db.visitRow.findUniqueOrThrow({
    where: { id: rowId },
    select: { person: { select: { name: true } } },
  });

  return {
    requestKey: newId(),
    campaignId: round.campaignId,
    rowId,
    version,
    visitedOn: monday,
    visitors: [round.cast.boss.personId, round.cast.officer.personId],
    givers: [],
    mode: "SIGNATURE" as const,
    receivedBy: person.name,
    drawn: await drawn(),
    ...given,
  };
}

export async function notMet(round: Round, given: object = {}) {
  const rowId = round.rows.wang;

  return {
    requestKey: newId(),
    campaignId: round.campaignId,
    rowId,
    version: (await rowNow(rowId)).version,
    visitedOn: monday,
    visitors: [round.cast.boss.personId, round.cast.officer.personId],
    notMetReason: "HOME_TOWN" as const,
    ...given,
  };
}

export async function rowNow(id: string) {
  return db.visitRow.findUniqueOrThrow({ where: { id } });
}

export async function signOffOf(rowId: string) {
  const { signOffId } = await rowNow(rowId);

  return db.signOff.findUniqueOrThrow({ where: { id: signOffId ?? "" } });
}

/** What is refused with the sentence leaves every table as it was. */
export const refusedUnchanged = async (run: () => Promise<unknown>, sentence?: string) => {
  const before = await countAll();
  await expect(run()).rejects.toThrow(sentence);
  expect(await countAll()).toEqual(before);
};
