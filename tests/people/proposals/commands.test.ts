import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/lib/id";
import {
  acceptProposal,
  proposeChange,
  proposeEvent,
  proposePerson,
  returnProposal,
  withdrawProposal,
} from "@/lib/people/proposals/commands";
import { listProposals, readProposal } from "@/lib/people/proposals/queries";
import { ProposalFilter, ProposeChange, ProposeEvent, ProposePerson } from "@/lib/people/proposals/schema";
import { beginPerson, createPerson } from "@/lib/people/records/commands";
import { NewPerson, PersonIdentity } from "@/lib/people/records/schema";
import { db } from "@/prisma/client";
import { countSql } from "../../setup/count-sql";
import { resetDatabase } from "../../setup/database";
import {
  anActor,
  aPerson,
  countAll,
  leader,
  liaisonOf,
  officer,
  openUnits,
  permitOf,
  units,
  type Staff,
} from "../bureau";

const ID_NO = "12990019800229012X";
let personnel: Staff;
let first: Staff;
let second: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  personnel = await anActor("孙人事", [officer("people")]);
  first = await anActor("钱联络", [liaisonOf(units.first, units.firstTeam)], units.first);
  second = await anActor("冯联络", [liaisonOf(units.second, units.secondTeam)], units.second);
  id = (await aPerson({ name: "李扫街", mobile: "13800008642", mobileOwner: "SELF", birthDate: "1980-02-29" })).id;
});

const propose = (actor: Staff) => permitOf(actor, "people.propose");
const decide = () => permitOf(personnel, "people.decide");
const view = (actor: Staff) => permitOf(actor, "people.view");
const list = (actor: Staff, tab = "PENDING") => listProposals(view(actor), ProposalFilter.parse({ tab }));
const only = async () => (await db.personProposal.findFirstOrThrow({ orderBy: { id: "desc" } })).id;

const newcomer = (given: Record<string, unknown> = {}) =>
  ProposePerson.parse({
    requestKey: newId(),
    name: "王晓芳",
    idNo: ID_NO,
    unitId: units.firstTeam,
    mobile: "13912345678",
    mobileOwner: "SELF",
    postType: "SWEEPER",
    employmentType: "CONTRACT",
    hireDate: "2026-10-01",
    hukouScope: "OUTSIDE",
    hukouType: "RURAL",
    ...given,
  });
const change = (given: Record<string, unknown> = {}) =>
  ProposeChange.parse({ requestKey: newId(), personId: id, ...given });
const event = (given: Record<string, unknown> = {}) =>
  ProposeEvent.parse({
    requestKey: newId(),
    id,
    kind: "OFF_POST",
    happenedOn: "2026-10-01",
    offPostReason: "SICK",
    ...given,
  });

describe("what a liaison proposes", () => {
  test("changes nothing on file, is encrypted and stands in the list of 人事科 and of the own unit only", async () => {
    await proposeChange(propose(first), change({ mobile: "13900007531", mobileOwner: "SPOUSE", address: "红旗路1号" }));
    const row = await db.personProposal.findFirstOrThrow();
    expect(row).toMatchObject({ state: "PENDING", kind: "CHANGE" });
    expect(row.payloadCipher).not.toContain("7531");
    expect(row.summary).not.toMatch(/7531|红旗路/);
    expect((await db.person.findUniqueOrThrow({ where: { id } })).mobile).toBe("13800008642");
    expect((await list(personnel)).rows.map(({ proposedBy, unit }) => [proposedBy, unit])).toEqual([
      ["钱联络", "环卫一所 清扫一班"],
    ]);
    expect((await list(first)).counts).toEqual({ PENDING: 1, ACCEPTED: 0, RETURNED: 0, WITHDRAWN: 0 });
    expect((await list(second)).rows).toEqual([]);
    await expect(readProposal(view(second), row.id)).rejects.toThrow("NEXT_HTTP_ERROR");
  });

  test("is read again by the liaison masked, by 人事科 in clear beside what is on file, with an audit row", async () => {
    await proposeChange(propose(first), change({ mobile: "13900007531", mobileOwner: "SPOUSE", address: "红旗路1号" }));
    const masked = JSON.stringify(await readProposal(view(first), await only()));
    expect(masked).toContain("139****7531");
    expect(masked).not.toMatch(/13900007531|红旗路|13800008642/);
    expect(await db.auditEvent.count({ where: { verb: "people.view" } })).toBe(0);

    const shown = await readProposal(view(personnel), await only());
    expect(shown).toMatchObject({
      mayDecide: true,
      current: { mobile: "13800008642", mobileOwner: "SELF", address: "" },
    });
    expect(JSON.stringify(shown.payload)).toContain("红旗路1号");
    expect(await db.auditEvent.count({ where: { verb: "people.view", subjectId: id } })).toBe(1);
  });

  test("a new person is read again without the ID number", async () => {
    await proposePerson(propose(first), newcomer());
    const masked = JSON.stringify(await readProposal(view(first), await only()));
    expect(masked).toContain("1****************X");
    expect(masked).not.toContain("1980");
    expect(masked).not.toContain("13912345678");
  });

  test("leaders and officers of other programmes find none", async () => {
    await proposePerson(propose(first), newcomer());
    const boss = await anActor("赵局长", [leader], units.bureau);
    const helper = await anActor("郑帮扶", [officer("hardship")]);
    expect((await list(boss)).rows).toEqual([]);
    expect((await list(helper)).rows).toEqual([]);
    await expect(readProposal(view(helper), await only())).rejects.toThrow("NEXT_HTTP_ERROR");
  });

  test("the same form sent twice is one proposal; a list is one statement", async () => {
    const form = newcomer();
    await Promise.all([proposePerson(propose(first), form), proposePerson(propose(first), form)]);
    await proposePerson(propose(first), form);
    const { result, statements } = await countSql(() => list(personnel));
    expect([result.rows.length, statements.length]).toEqual([1, 1]);
  });

  test.each([
    [
      "a person of another unit",
      () => proposeChange(propose(second), change({ address: "红旗路1号" })),
      "NEXT_HTTP_ERROR",
    ],
    ["an event of another unit", () => proposeEvent(propose(second), event()), "NEXT_HTTP_ERROR"],
    ["a newcomer for another unit", () => proposePerson(propose(second), newcomer()), "只能为本单位新增人员"],
    ["nothing filled in", () => proposeChange(propose(first), change({ note: "没填" })), "请至少填写一项"],
    [
      "a phone without its owner",
      () => proposeChange(propose(first), change({ mobile: "13900007531" })),
      "请选择手机号是谁的",
    ],
    [
      "a wrong ID number",
      () => proposePerson(propose(first), newcomer({ idNo: "129900196804121012" })),
      "校验位不正确",
    ],
    ["a minor", () => proposePerson(propose(first), newcomer({ hireDate: "1990-01-01" })), "未满16周岁"],
    ["an event ahead", () => proposeEvent(propose(first), event({ happenedOn: "2026-10-11" })), "还没到这一天"],
    ["an impossible event", () => proposeEvent(propose(first), event({ kind: "BACK_ON_POST" })), "不能登记这种变动"],
  ])("refused, nothing saved: %s", async (_what, act, sentence) => {
    const before = await countAll();
    await expect(act()).rejects.toThrow(sentence);
    expect(await countAll()).toEqual(before);
  });
});

describe("what 人事科 decides", () => {
  test("an accepted change is made as if it had been typed there; what was not proposed stays", async () => {
    await db.person.update({ where: { id }, data: { emergencyName: "王嫂" } });
    await proposeChange(propose(first), change({ address: "红旗路1号", residencePermitExpiry: "2027-01-31" }));
    await acceptProposal(decide(), { id: await only(), note: "属实" });
    const person = await db.person.findUniqueOrThrow({ where: { id } });
    expect(person).toMatchObject({ address: "红旗路1号", mobile: "13800008642", emergencyName: "王嫂", version: 3 });
    expect(person.residencePermitExpiry?.toISOString().slice(0, 10)).toBe("2027-01-31");
    expect((await list(first, "ACCEPTED")).rows).toMatchObject([{ note: "属实", state: "ACCEPTED" }]);
  });

  test("an accepted event is recorded", async () => {
    await proposeEvent(propose(first), event());
    await acceptProposal(decide(), { id: await only() });
    expect((await db.person.findUniqueOrThrow({ where: { id } })).status).toBe("OFF_POST");
    expect(await db.employmentEvent.count({ where: { personId: id, kind: "OFF_POST" } })).toBe(1);
  });

  test("an event that has become impossible is refused and stays open", async () => {
    await proposeEvent(propose(first), event());
    await db.person.update({ where: { id }, data: { status: "LEFT" } });
    const before = await countAll();
    await expect(acceptProposal(decide(), { id: await only() })).rejects.toThrow("不能登记这种变动");
    expect(await countAll()).toEqual(before);
    expect((await list(personnel)).rows).toHaveLength(1);
  });

  test("a new person is made through the form that compares first, and the proposal goes with it", async () => {
    await proposePerson(propose(first), newcomer());
    const proposalId = await only();
    await expect(acceptProposal(decide(), { id: proposalId })).rejects.toThrow("核对并建档");
    const permit = permitOf(personnel, "people.create");
    const draft = beginPerson(permit, PersonIdentity.parse({ name: "王晓芳", idNo: ID_NO, unitId: units.firstTeam }));
    const personId = await createPerson(
      permit,
      NewPerson.parse({ ...newcomer(), draft, proposalId, staffNo: "300001", mobileOwner: undefined }),
    );
    expect(await db.personProposal.findFirstOrThrow()).toMatchObject({ state: "ACCEPTED", personId });
  });

  test("退回 with what is missing; it can be decided once", async () => {
    await proposeEvent(propose(first), event());
    await returnProposal(decide(), { id: await only(), note: "请附请假条" });
    expect((await list(first, "RETURNED")).rows).toMatchObject([{ note: "请附请假条" }]);
    const before = await countAll();
    await expect(returnProposal(decide(), { id: await only(), note: "再退一次" })).rejects.toThrow("刚被别人处理过");
    await expect(acceptProposal(decide(), { id: await only() })).rejects.toThrow("刚被别人处理过");
    expect(await countAll()).toEqual(before);
    expect((await db.person.findUniqueOrThrow({ where: { id } })).status).toBe("ACTIVE");
  });

  test("of accept and withdraw at the same instant one happens", async () => {
    await proposeEvent(propose(first), event());
    const proposal = { id: await only() };
    const both = await Promise.allSettled([
      acceptProposal(decide(), proposal),
      withdrawProposal(propose(first), proposal),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { state } = await db.personProposal.findFirstOrThrow();
    const { status } = await db.person.findUniqueOrThrow({ where: { id } });
    expect([state, status]).toEqual(state === "ACCEPTED" ? ["ACCEPTED", "OFF_POST"] : ["WITHDRAWN", "ACTIVE"]);
  });

  test("who proposed cannot decide, and only who proposed can withdraw", async () => {
    const both = await anActor("何两职", [liaisonOf(units.first, units.firstTeam), officer("people")]);
    await proposeEvent(permitOf(both, "people.propose"), event());
    const before = await countAll();
    await expect(acceptProposal(permitOf(both, "people.decide"), { id: await only() })).rejects.toThrow("要由别人处理");
    await expect(withdrawProposal(propose(first), { id: await only() })).rejects.toThrow("只有提交人自己可以撤回");
    expect(await countAll()).toEqual(before);
    await withdrawProposal(permitOf(both, "people.propose"), { id: await only() });
    expect((await list(both, "WITHDRAWN")).rows).toHaveLength(1);
  });
});
