import { beforeEach, describe, expect, test } from "vitest";
import { grant, reverseSignOff, signOff } from "@/lib/cases/sign-offs/commands";
import type { NewGrant } from "@/lib/cases/sign-offs/schema";
import type { Signature } from "@/lib/cases/sign-offs/rules";
import { busyProxies, campaignTotals, sumsGranted, twiceInCampaign } from "@/lib/cases/sign-offs/sums/queries";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import { anActor, aPerson, countAll, officer, units, type Staff } from "../../people/bureau";
import { ownerQuery } from "../../setup/database";
import { monday, openBureau, permit, type Cast } from "../bureau";

let cast: Cast;
let helper: Staff;
let stranger: Staff;
const campaignId = newId();

beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
  stranger = await anActor("李社保", [officer("insurance")]);
});

async function aGrant(given: Partial<NewGrant> = {}): Promise<string> {
  const input: NewGrant = {
    personId: cast.worker.personId,
    programme: "hardship",
    campaignId,
    kind: "MONEY",
    what: "春节慰问金",
    quantity: 1,
    amountFen: 50_000,
    grantedOn: monday,
    ...given,
  };
  const { id } = await transact((tx) => grant(tx, permit(helper, "cases.grant"), input));

  return id;
}

const aSignature = (given: Partial<Signature> = {}): Signature => ({
  receivedBy: "王建国",
  mode: "SIGNATURE",
  givenBy: [cast.firstLiaison.personId, helper.personId],
  signatureAttachmentId: newId(),
  signedOn: monday,
  ...given,
});

const asked = () => permit(helper, "cases.viewSignOffs");

const sign = (id: string, given: Partial<Signature> = {}, who: Staff = helper) =>
  signOff(permit(who, "cases.signOff"), { signOffId: id, ...aSignature(given) });

/** Every sign-off and audit row, as text: what a refused command must leave as it was. */
const everything = async () =>
  JSON.stringify(
    await ownerQuery("select s::text as row from sign_off s union all select id::text from audit_event order by 1"),
  );

async function expectRefused(run: () => Promise<unknown>, sentence: RegExp | string): Promise<void> {
  const before = await everything();
  await expect(run()).rejects.toThrow(sentence);
  expect(await everything()).toBe(before);
}

/** A household with the worker as its head and his wife, who works here too. */
async function aHousehold(): Promise<{ id: string; wife: string }> {
  const wife = await aPerson({ name: "赵桂英" });
  const household = await db.household.create({
    data: { id: newId(), bureauId: cast.worker.bureauId, headId: cast.worker.personId },
  });
  await db.person.updateMany({
    where: { id: { in: [cast.worker.personId, wife.id] } },
    data: { householdId: household.id },
  });

  return { id: household.id, wife: wife.id };
}

describe("granting", () => {
  test("writes the row that waits, with unit and household of that day, and its audit row", async () => {
    const { id: householdId } = await aHousehold();
    const id = await aGrant();
    const row = await db.signOff.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ householdId, unitId: units.firstTeam, amountFen: 50_000n, signedOn: null });
    expect(await db.auditEvent.count({ where: { objectId: id, subjectId: cast.worker.personId } })).toBe(1);
  });
  test("is refused for the dead, for no money, for tomorrow and for nobody, and writes nothing", async () => {
    const dead = await aPerson({ name: "孙已故", status: "DECEASED" });
    await expectRefused(() => aGrant({ personId: dead.id }), "去世");
    await expectRefused(() => aGrant({ amountFen: 0 }), "金额");
    await expectRefused(() => aGrant({ grantedOn: "2026-10-13" }), "不能晚于今天");
    await expectRefused(() => aGrant({ personId: newId() }), /NEXT_HTTP_ERROR_FALLBACK;404/);
    await expectRefused(() => aGrant({ programme: "lottery" }), "没有这个服务项目");
    const before = await countAll();
    await expect(
      db.signOff.create({
        data: {
          id: newId(),
          bureauId: cast.worker.bureauId,
          unitId: units.firstTeam,
          programme: "hardship",
          kind: "GOODS",
          what: "米",
          grantedOn: new Date("2026-10-12"),
          grantedById: newId(),
        },
      }),
    ).rejects.toThrow();
    expect(await countAll()).toEqual(before);
  });
});

describe("signing", () => {
  test("makes a row count as given, by two hands and with its evidence", async () => {
    const id = await aGrant();
    expect(await sumsGranted(db, asked(), { personId: cast.worker.personId, year: 2026 })).toEqual({
      granted: 50_000,
      given: 0,
    });
    await sign(id, {}, cast.firstLiaison);
    expect(await sumsGranted(db, asked(), { personId: cast.worker.personId, year: 2026 })).toEqual({
      granted: 50_000,
      given: 50_000,
    });
    const row = await db.signOff.findUniqueOrThrow({ where: { id } });
    expect(new Set([row.firstGiverId, row.secondGiverId])).toEqual(
      new Set([cast.firstLiaison.personId, helper.personId]),
    );
    expect(row).toMatchObject({ receivedBy: "王建国", relation: null, signedById: cast.firstLiaison.accountId });
  });
  test("a transfer needs its voucher and nobody's hands", async () => {
    const id = await aGrant();
    const transfer = { mode: "TRANSFER", givenBy: [], signatureAttachmentId: undefined } as const;
    await expectRefused(() => sign(id, transfer), "凭证号");
    await sign(id, { ...transfer, voucherNo: "GH-0231" });
    expect(await db.signOff.findUniqueOrThrow({ where: { id } })).toMatchObject({
      voucherNo: "GH-0231",
      firstGiverId: null,
    });
  });
  test("a proxy is written down with the relation, and refused without", async () => {
    const id = await aGrant();
    await expectRefused(() => sign(id, { receivedBy: "王小明" }), "代领");
    await sign(id, { receivedBy: "王小明", relation: "儿子" });
    expect((await db.signOff.findUniqueOrThrow({ where: { id } })).relation).toBe("儿子");
  });
  test("cash is refused from one hand, from the same hand twice, from the household itself and from a stranger", async () => {
    const { wife } = await aHousehold();
    const id = await aGrant();
    const mine = helper.personId;
    await expectRefused(() => sign(id, { givenBy: [mine] }), "两位工作人员");
    await expectRefused(() => sign(id, { givenBy: [mine, mine] }), "两位工作人员");
    await expectRefused(() => sign(id, { givenBy: [mine, wife] }), "不能是领取的这一户");
    await expectRefused(() => sign(id, { givenBy: [mine, newId()] }), "在职的工作人员");
  });
  test("goods need one signature and no second hand, but never a transfer", async () => {
    const id = await aGrant({ kind: "GOODS", what: "米面油", amountFen: 0 });
    await expectRefused(() => sign(id, { mode: "TRANSFER", voucherNo: "1" }), "只有钱款可以转账");
    await expectRefused(() => sign(id, { givenBy: [], signatureAttachmentId: undefined }), "签字");
    await sign(id, { givenBy: [] });
    expect((await db.signOff.findUniqueOrThrow({ where: { id } })).signedOn).not.toBeNull();
  });
  test("is refused twice, before the grant, after today", async () => {
    const id = await aGrant();
    await expectRefused(() => sign(id, { signedOn: "2026-10-11" }), "不能早于");
    await expectRefused(() => sign(id, { signedOn: "2026-10-13" }), "不能晚于今天");
    await sign(id);
    await expectRefused(() => sign(id), "已经签领过");
  });
  test("is not found by a liaison of another unit and an officer of another programme", async () => {
    const id = await aGrant();
    await expectRefused(() => sign(id, {}, cast.secondLiaison), /404/);
    await expectRefused(() => sign(id, {}, stranger), /404/);
  });
  test("two at once: one signs, the other is told", async () => {
    const id = await aGrant();
    const tries = await Promise.allSettled([sign(id), sign(id, { receivedBy: "王小明", relation: "儿子" })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.auditEvent.count({ where: { objectId: id, verb: "cases.signOff" } })).toBe(1);
  });
  test("the database itself refuses cash from one hand and a signature without evidence", async () => {
    const id = await aGrant();
    const signed = {
      signedOn: new Date("2026-10-12"),
      signedById: newId(),
      receivedBy: "王建国",
      mode: "SIGNATURE",
    } as const;
    await expect(
      db.signOff.update({ where: { id }, data: { ...signed, signatureId: newId(), firstGiverId: newId() } }),
    ).rejects.toThrow(/sign_off_cash_by_two/);
    await expect(
      db.signOff.update({ where: { id }, data: { ...signed, firstGiverId: newId(), secondGiverId: newId() } }),
    ).rejects.toThrow(/sign_off_evidence/);
  });
});

describe("taking back", () => {
  const reverse = (id: string, who: Staff = helper) =>
    reverseSignOff(permit(who, "cases.reverseSignOff"), { signOffId: id, reason: "发给了另一个王建国" });

  test("adds a row, changes no amount of the first, and the sums lose it", async () => {
    const id = await aGrant();
    await sign(id);
    const before = await db.signOff.findUniqueOrThrow({ where: { id } });
    const opposite = await reverse(id);
    const after = await db.signOff.findUniqueOrThrow({ where: { id } });
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
    expect(await db.signOff.findUniqueOrThrow({ where: { id: opposite } })).toMatchObject({
      amountFen: -50_000n,
      quantity: -1,
      reversesId: id,
    });
    expect(await sumsGranted(db, asked(), { personId: cast.worker.personId, year: 2026 })).toEqual({
      granted: 0,
      given: 0,
    });
  });
  test("of an unsigned row takes the grant away and closes it for signing", async () => {
    const id = await aGrant();
    await reverse(id);
    expect(await sumsGranted(db, asked(), { personId: cast.worker.personId, year: 2026 })).toEqual({
      granted: 0,
      given: 0,
    });
    await expectRefused(() => sign(id), "已经冲正");
  });
  test("is refused twice, for a reversal, and outside the programme", async () => {
    const id = await aGrant();
    await expectRefused(() => reverse(id, stranger), /404/);
    const opposite = await reverse(id);
    await expectRefused(() => reverse(id), "已经冲正过");
    await expectRefused(() => reverse(opposite), "本身就是冲正");
  });
  test("and a signature at the same moment: one of the two wins", async () => {
    const id = await aGrant();
    const tries = await Promise.allSettled([sign(id), reverse(id)]);
    const rows = await db.signOff.findMany();
    const sums = await sumsGranted(db, asked(), { personId: cast.worker.personId, year: 2026 });
    expect(tries.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    // Whoever came first, an unsigned reversed row never becomes a signed one.
    if (rows.length === 2) expect(sums).toEqual({ granted: 0, given: 0 });
    else expect(sums).toEqual({ granted: 50_000, given: 50_000 });
  });
});

describe("the sums", () => {
  test("a household's year holds both spouses, every programme and only that year", async () => {
    const { id: householdId, wife } = await aHousehold();
    await aGrant();
    await aGrant({ personId: wife, programme: "relief", amountFen: 100_000, campaignId: undefined });
    await aGrant({ personId: undefined, householdId, amountFen: 30_000, grantedOn: "2026-01-05" });
    await aGrant({ grantedOn: "2025-12-31", amountFen: 7 });
    await aGrant({ kind: "GOODS", what: "米", amountFen: 8_000 });
    expect(await sumsGranted(db, asked(), { householdId, year: 2026 })).toEqual({ granted: 180_000, given: 0 });
    expect(await sumsGranted(db, asked(), { personId: wife, year: 2026 })).toEqual({ granted: 100_000, given: 0 });
    expect(await sumsGranted(db, asked(), { householdId, year: 2025 })).toEqual({ granted: 7, given: 0 });
  });
  test("a campaign counts its rows and finds a household that stands in it twice", async () => {
    const { id: householdId, wife } = await aHousehold();
    const first = await aGrant();
    const second = await aGrant({ personId: wife });
    const wrong = await aGrant({ personId: cast.otherWorker.personId });
    await sign(first);
    expect(await campaignTotals(db, asked(), campaignId)).toEqual({
      rows: 3,
      waiting: 2,
      granted: 150_000,
      given: 50_000,
    });
    expect(await twiceInCampaign(db, asked(), campaignId)).toEqual([{ householdId, signOffIds: [first, second] }]);
    await reverseSignOff(permit(helper, "cases.reverseSignOff"), { signOffId: wrong, reason: "名单抄错了" });
    await reverseSignOff(permit(helper, "cases.reverseSignOff"), { signOffId: second, reason: "一户发了两份" });
    expect(await campaignTotals(db, asked(), campaignId)).toEqual({
      rows: 1,
      waiting: 0,
      granted: 50_000,
      given: 50_000,
    });
    expect(await twiceInCampaign(db, asked(), campaignId)).toEqual([]);
  });
  test("who receives for five others in one campaign is named, for four not", async () => {
    for (let n = 1; n <= 5; n += 1) {
      expect(await busyProxies(asked(), [campaignId])).toEqual(new Set());
      const { id: personId } = await aPerson({ name: `工友${"甲乙丙丁戊"[n - 1] ?? ""}` });
      await sign(await aGrant({ personId }), { receivedBy: "孙班长", relation: "班长" });
    }
    expect(await busyProxies(asked(), [campaignId])).toEqual(new Set([`${campaignId}|孙班长`]));
  });
});
