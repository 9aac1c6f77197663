import { beforeEach, describe, expect, it } from "vitest";
import { grant, reverseSignOff } from "@/lib/cases/sign-offs/commands";
import type { NewGrant } from "@/lib/cases/sign-offs/schema";
import { publishNotice, voidNotice, draftNotice } from "@/lib/notices/commands";
import { newId } from "@/lib/id";
import { db, transact } from "@/prisma/client";
import { anActor, aPerson, bureauId, countAll, officer, type Staff } from "../../people/bureau";
import { monday, openBureau, permit, type Cast } from "../bureau";

let cast: Cast;
let helper: Staff;
beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
});

const given = (more: Partial<NewGrant> = {}): NewGrant => ({
  personId: cast.worker.personId,
  programme: "hardship",
  kind: "MONEY",
  what: "慰问金",
  quantity: 1,
  amountFen: 30_000,
  grantedOn: monday,
  ...more,
});
const give = (more: Partial<NewGrant> = {}) => transact((tx) => grant(tx, permit(helper, "cases.grant"), given(more)));

async function expectRefused(run: () => Promise<unknown>, sentence: RegExp): Promise<void> {
  const before = await countAll();
  await expect(run()).rejects.toThrow(sentence);
  expect(await countAll()).toEqual(before);
}

async function aHousehold(): Promise<string> {
  const { id: headId } = await aPerson();
  const { id } = await db.household.create({ data: { id: newId(), bureauId, headId } });
  await db.person.update({ where: { id: headId }, data: { householdId: id } });

  return id;
}

describe("what is granted", () => {
  it.each<[string, () => Promise<Partial<NewGrant>>, RegExp]>([
    ["money without an amount", async () => ({ amountFen: 0 }), /钱款要写明金额/],
    ["a programme that there is not", async () => ({ programme: "lottery" }), /没有这个服务项目/],
    ["a person of another household", async () => ({ householdId: await aHousehold() }), /不在这一户里/],
    ["a household that there is not", async () => ({ householdId: newId() }), /404/],
    ["nobody", async () => ({ personId: undefined }), /without person and household/],
  ])("is refused for %s, and nothing is written", async (_, more, sentence) => {
    const input = await more();
    await expectRefused(() => give(input), sentence);
  });

  it("is taken back once; what takes it back is not taken back itself", async () => {
    const { id } = await give();
    const back = (signOffId: string) =>
      reverseSignOff(permit(helper, "cases.reverseSignOff"), { signOffId, reason: "登记错了人" });
    await back(id);
    const reversal = await db.signOff.findFirstOrThrow({ where: { reversesId: id } });
    await expectRefused(() => back(reversal.id), /不能再冲正/);
    await expectRefused(() => back(id), /已经冲正过/);
  });
});

describe("a notice", () => {
  const draft = async (more: object = {}) =>
    transact((tx) =>
      draftNotice(tx, permit(helper, "notices.draft"), {
        matter: "hardship",
        objectId: newId(),
        title: "困难职工建档公示",
        text: "经本人申请、入户核查和审核，现予公示。",
        place: "局公告栏",
        phone: "022-0000 0000",
        entries: [{ key: "a", maskedName: "王*国", unit: "环卫一所" }],
        ...more,
      }),
    );

  it.each<[string, object, RegExp]>([
    ["of a programme that there is not", { matter: "lottery" }, /没有这个服务项目/],
    ["without a list", { entries: [] }, /名单是空的/],
    ["with a whole name on it", { entries: [{ key: "a", maskedName: "王建国", unit: "环卫一所" }] }, /unmasked/],
    ["with somebody's mobile number in the text", { text: "有问题请打 13812345678 找他本人。" }, /不能有个人手机号/],
    ["with an ID number as its place", { place: "129900196804121011" }, /不能有身份证号/],
  ])("%s is not drafted", async (_, more, sentence) => {
    await expectRefused(() => draft(more), sentence);
  });

  it("that was voided is not published, and its number stays used", async () => {
    const { id, number } = await draft();
    await voidNotice(permit(helper, "notices.void"), { noticeId: id, version: 1, reason: "名单给错了" });
    const late = () => publishNotice(permit(cast.boss, "notices.publish"), { noticeId: id, version: 2 });
    await expectRefused(late, /这份公示已经作废/);
    expect((await draft()).number > number).toBe(true);
  });
});
