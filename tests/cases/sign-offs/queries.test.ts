import { beforeEach, describe, expect, test } from "vitest";
import { grant, reverseSignOff, signOff } from "@/lib/cases/sign-offs/commands";
import {
  listSignOffs,
  myReceived,
  receivedBy,
  receivedByHousehold,
  wholeLedger,
} from "@/lib/cases/sign-offs/ledger/queries";
import { signingLedger, signOffLedger } from "@/lib/cases/sign-offs/ledger/words";
import { SignOffFilter, type NewGrant } from "@/lib/cases/sign-offs/schema";
import { EnterGrant } from "@/lib/cases/sign-offs/schema";
import { enterGrant } from "@/lib/cases/sign-offs/signing/commands";
import { viewSignOff } from "@/lib/cases/sign-offs/view/queries";
import { newId } from "@/lib/id";
import { ledgerCells, ledgerHead, ledgerTotal } from "@/lib/ledger";
import { db, transact } from "@/prisma/client";
import { anActor, aPerson, countAll, officer, units, type Staff } from "../../people/bureau";
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

  return (await transact((tx) => grant(tx, permit(helper, "cases.grant"), input))).id;
}
const filter = (given: Record<string, string> = {}) => SignOffFilter.parse({ year: "2026", ...given });
const list = async (who: Staff, given?: Record<string, string>) =>
  (await listSignOffs(permit(who, "cases.viewSignOffs"), filter(given))).rows.map(({ id }) => id);
const sign = (id: string, relation?: string) =>
  signOff(permit(helper, "cases.signOff"), {
    signOffId: id,
    receivedBy: relation ? "王小明" : "王建国",
    relation,
    mode: "TRANSFER",
    voucherNo: "GH-1",
    givenBy: [],
    signedOn: monday,
  });

describe("the ledger", () => {
  test("reaches an officer's programme, a liaison's unit and everything for a leader", async () => {
    const other = await aPerson({ name: "二所职工", unitId: units.secondTeam });
    const [mine, second] = [await aGrant(), await aGrant({ personId: other.id })];
    expect(await list(helper)).toEqual([second, mine]);
    expect(await list(cast.boss)).toEqual([second, mine]);
    expect(await list(cast.firstLiaison)).toEqual([mine]);
    expect(await list(cast.secondLiaison)).toEqual([second]);
    expect(await list(stranger)).toEqual([]);
    for (const who of [stranger, cast.secondLiaison]) {
      await expect(viewSignOff(permit(who, "cases.viewSignOffs"), mine)).rejects.toThrow(/404/);
    }
  });
  test("is filtered by programme, unit, year, state, kind and campaign, and adds up the money of what it shows", async () => {
    const cash = await aGrant();
    const goods = await aGrant({ kind: "GOODS", what: "米", amountFen: 8_000, campaignId: undefined });
    const old = await aGrant({ grantedOn: "2025-02-03" });
    await sign(cash);
    expect(await list(helper, { state: "signed" })).toEqual([cash]);
    expect(await list(helper, { state: "waiting" })).toEqual([goods]);
    expect(await list(helper, { year: "2025" })).toEqual([old]);
    expect(await list(helper, { year: "all" })).toEqual([old, goods, cash]);
    expect(await list(helper, { kind: "GOODS" })).toEqual([goods]);
    expect(await list(helper, { campaign: campaignId })).toEqual([cash]);
    expect(await list(helper, { unit: units.first })).toEqual([goods, cash]);
    expect(await list(helper, { unit: units.second })).toEqual([]);
    expect(await list(helper, { programme: "relief" })).toEqual([]);
    const { totalFen, count } = await listSignOffs(permit(helper, "cases.viewSignOffs"), filter());
    expect([totalFen, count]).toEqual([50_000, 2]);
  });
  test("turns its pages by the last row, without a row twice or lost", async () => {
    for (let n = 0; n < 52; n += 1) await aGrant();
    const first = await listSignOffs(permit(helper, "cases.viewSignOffs"), filter());
    const second = await listSignOffs(permit(helper, "cases.viewSignOffs"), filter({ after: first.next ?? "" }));
    expect([first.rows.length, second.rows.length, second.next, second.hasBefore]).toEqual([50, 2, null, true]);
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52);
  });
  test("prints the proxy, the voucher and the correction under 备注, and says in the log that it was printed", async () => {
    const id = await aGrant();
    await sign(id, "儿子");
    await reverseSignOff(permit(helper, "cases.reverseSignOff"), { signOffId: id, reason: "发错了人，已收回" });
    const { rows, isCut } = await wholeLedger(permit(helper, "cases.viewSignOffs"), filter());
    const lines = rows.map((row, index) => ledgerCells(signOffLedger, row, index));
    expect(lines.map((line) => [line[0], line[1], line[5], line.at(-1)])).toEqual([
      ["1", "王建国", "500.00", "代领（儿子）；已冲正；凭证 GH-1"],
      ["2", "王建国", "-500.00", "冲正原因：发错了人，已收回"],
    ]);
    expect(ledgerTotal(signOffLedger, rows)[5]).toBe("0.00");
    expect(isCut).toBe(false);
    expect(await db.auditEvent.count({ where: { verb: "cases.viewSignOffs", object: "sign_off" } })).toBe(1);
  });
  test("as a sheet to sign leaves the signature, the relation and the day empty", async () => {
    await aGrant();
    const { rows } = await wholeLedger(permit(helper, "cases.viewSignOffs"), filter({ state: "waiting" }));
    const head = ledgerHead(signingLedger);
    const line = rows.map((row, index) => ledgerCells(signingLedger, row, index))[0] ?? [];
    const empty = head.filter((_, place) => line[place] === "");
    expect(empty).toEqual(["领取人签字（按手印）", "与本人关系", "日期", "备注"]);
  });
});

describe("what somebody received", () => {
  test("stands on the person's file, on the household's and on the own phone, each within reach", async () => {
    const household = await db.household.create({
      data: { id: newId(), bureauId: cast.worker.bureauId, headId: cast.worker.personId },
    });
    await db.person.update({ where: { id: cast.worker.personId }, data: { householdId: household.id } });
    const own = await aGrant();
    const shared = await aGrant({ personId: undefined, householdId: household.id });
    const others = await aGrant({ personId: cast.otherWorker.personId });
    const ids = (lines: { id: string }[]) => lines.map(({ id }) => id);
    const asked = permit(helper, "cases.viewSignOffs");
    expect(ids(await receivedBy(asked, cast.worker.personId))).toEqual([shared, own]);
    expect(ids(await receivedByHousehold(asked, household.id))).toEqual([shared, own]);
    expect(ids(await receivedBy(permit(stranger, "cases.viewSignOffs"), cast.worker.personId))).toEqual([]);
    expect(ids(await myReceived(permit(cast.worker, "my.received")))).toEqual([shared, own]);
    expect(ids(await myReceived(permit(cast.otherWorker, "my.received")))).toEqual([others]);
  });
  test("on its page with the year's sum of the household, and the way to take it back for the programme's officer only", async () => {
    const id = await aGrant();
    await aGrant({ amountFen: 12_345 });
    const view = await viewSignOff(permit(helper, "cases.viewSignOffs"), id);
    expect(view).toMatchObject({ sums: { granted: 62_345, given: 0 }, mayReverse: true, state: "waiting" });
    expect((await viewSignOff(permit(cast.boss, "cases.viewSignOffs"), id)).mayReverse).toBe(false);
  });
});

describe("granting by hand", () => {
  const form = (given: Record<string, string>) =>
    EnterGrant.parse({
      staffNo: cast.worker.loginName,
      programme: "hardship",
      kind: "MONEY",
      what: "临时补助",
      quantity: "1",
      amount: "1,234.50",
      grantedOn: monday,
      ...given,
    });

  test("finds the person by 工号 and reads the amount as typed", async () => {
    const id = await enterGrant(permit(helper, "cases.grant"), form({}));
    expect(await db.signOff.findUniqueOrThrow({ where: { id } })).toMatchObject({ amountFen: 123_450n });
  });
  test("is refused for a foreign programme and a 工号 nobody has, and writes nothing", async () => {
    const before = await countAll();
    await expect(enterGrant(permit(stranger, "cases.grant"), form({}))).rejects.toThrow("不归您管");
    await expect(enterGrant(permit(helper, "cases.grant"), form({ staffNo: "99999" }))).rejects.toThrow("没有这个工号");
    expect(await countAll()).toEqual(before);
    expect(() => form({ amount: "三百" })).toThrow("请填写金额");
  });
});
