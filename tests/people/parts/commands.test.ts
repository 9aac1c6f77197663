import { beforeEach, describe, expect, test } from "vitest";
import { decryptField } from "@/lib/crypto";
import { changePerson } from "@/lib/people/parts/commands";
import { readPart } from "@/lib/people/parts/queries";
import { compareChanges, isLuhn, refusePart } from "@/lib/people/parts/rules";
import {
  ChangeBank,
  ChangeBasic,
  ChangeCare,
  ChangeContact,
  ChangeHukou,
  ChangeUnion,
} from "@/lib/people/parts/schema";
import { pickPeople } from "@/lib/people/queries";
import { Refusal } from "@/lib/refusal";
import { db } from "@/prisma/client";
import { resetDatabase } from "../../setup/database";
import { anActor, aPerson, countAll, officer, openUnits, permitOf, units, type Staff } from "../bureau";

let first: Staff;
let second: Staff;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  await openUnits();
  first = await anActor("孙人事", [officer("people")]);
  second = await anActor("周人事", [officer("people")]);
  id = (await aPerson({ name: "李扫街", mobile: "13800008642", mobileOwner: "SELF", sex: "FEMALE" })).id;
});

const change = (actor: Staff) => permitOf(actor, "people.change");
const contact = (given: Record<string, unknown> = {}) =>
  ChangeContact.parse({ id, version: "1", mobile: "13800008642", mobileOwner: "SELF", ...given });
const person = () => db.person.findUniqueOrThrow({ where: { id } });
const lastAudit = async () => {
  const event = await db.auditEvent.findFirstOrThrow({
    where: { objectId: id, valuesCipher: { not: null } },
    orderBy: { id: "desc" },
  });
  const place = { table: "audit_event", column: "values_cipher", rowId: event.id };

  return { ...event, values: JSON.parse(decryptField(event.valuesCipher ?? "", place)) as unknown };
};

describe("a section of the record", () => {
  test("contact: the new phone is stored, found by its last four, and kept in the history with the old one", async () => {
    await changePerson(change(first), "contact", contact({ mobile: "139 0000 7531", literacyAids: ["NO_PHONE"] }));
    expect(await person()).toMatchObject({ mobile: "13900007531", literacyAids: ["NO_PHONE"], version: 2 });
    expect(await pickPeople(change(first), "7531")).toHaveLength(1);
    expect(await pickPeople(change(first), "8642")).toHaveLength(0);
    const audit = await lastAudit();
    expect(audit.fields.sort()).toEqual(["literacyAids", "mobile"]);
    expect(audit.values).toEqual({
      before: { mobile: "13800008642", literacyAids: "" },
      after: { mobile: "13900007531", literacyAids: "NO_PHONE" },
    });
    expect(JSON.stringify(audit.detail)).not.toContain("139");
  });

  test("basic: a new name is sorted and found by its new pinyin", async () => {
    const typed = ChangeBasic.parse({
      id,
      version: "1",
      name: "王　𬭚",
      politicalStatus: "PARTY_MEMBER",
      archiveBirthDate: "1979-12-31",
    });
    await changePerson(change(first), "basic", typed);
    expect(await person()).toMatchObject({ name: "王𬭚", pinyin: "wang chun", politicalStatus: "PARTY_MEMBER" });
    expect(await pickPeople(change(first), "𬭚")).toHaveLength(1);
    expect(await pickPeople(change(first), "李扫街")).toHaveLength(0);
  });

  test("hukou, union and bank; the card is encrypted and only its tail is plain", async () => {
    await changePerson(
      change(first),
      "hukou",
      ChangeHukou.parse({
        id,
        version: "1",
        hukouScope: "OUTSIDE",
        hukouType: "RURAL",
        residencePermitExpiry: "2027-01-31",
      }),
    );
    await changePerson(
      change(first),
      "union",
      ChangeUnion.parse({ id, version: "2", unionMember: true, unionJoinedOn: "2020-05-01" }),
    );
    await changePerson(
      change(first),
      "bank",
      ChangeBank.parse({ id, version: "3", bankName: "工商银行", bankCard: "6222 0212 3456 7890" }),
    );
    const row = await person();
    expect(row).toMatchObject({ hukouScope: "OUTSIDE", unionMember: true, bankCardTail: "7890", version: 4 });
    expect(row.bankCardCipher).not.toContain("7890");
    await changePerson(change(first), "bank", ChangeBank.parse({ id, version: "4", bankName: "建设银行" }));
    expect(await person()).toMatchObject({ bankName: "建设银行", bankCardCipher: row.bankCardCipher });
  });

  test("care: the green flag follows from the circumstances, which are encrypted; without any it goes", async () => {
    const typed = { id, version: "1", flags: ["DISABILITY", "LIVES_ALONE"], disabilityLevel: "二级" };
    await changePerson(change(first), "care", ChangeCare.parse(typed));
    const row = await person();
    expect(row.needsGreenChannel).toBe(true);
    expect(row.healthFlagsCipher).not.toContain("DISABILITY");
    const shown = await readPart(change(first), id, "care");
    expect(shown.texts).toEqual({ flags: "DISABILITY,LIVES_ALONE", disabilityLevel: "二级" });
    await changePerson(change(first), "care", ChangeCare.parse({ id, version: "2" }));
    expect(await person()).toMatchObject({ needsGreenChannel: false, healthFlagsCipher: null });
  });

  test("nothing changed: nothing written", async () => {
    const before = await countAll();
    await changePerson(change(first), "contact", contact());
    expect(await countAll()).toEqual(before);
    expect((await person()).version).toBe(1);
  });

  test("opening a sensitive section writes its audit row, opening another does not", async () => {
    await readPart(change(first), id, "basic");
    expect(await db.auditEvent.count()).toBe(0);
    await readPart(change(first), id, "contact");
    expect(await db.auditEvent.findMany()).toMatchObject([{ subjectId: id, verb: "people.change" }]);
  });

  test.each([
    ["contact", { mobileOwner: "" }, "请选择手机号是谁的"],
    ["union", { unionJoinedOn: "2026-10-11", unionMember: "on" }, "日期不能晚于今天"],
    ["union", { unionJoinedOn: "2020-01-01", unionMember: "" }, "请同时勾选工会会员"],
    ["care", { flags: "DISABILITY", disabilityLevel: "" }, "请选择残疾等级"],
    ["care", { flags: "", disabilityLevel: "一级" }, "请同时勾选残疾"],
    ["care", { flags: "PREGNANCY", disabilityLevel: "" }, "只适用于女职工"],
  ] as const)("%s %j is refused: %s", (part, given, sentence) => {
    const texts = part === "contact" ? { mobile: "13800008642", ...given } : { ...given };
    expect(refusePart(part, texts, { sex: "MALE", idType: "RESIDENT" }, "2026-10-10")?.sentence).toContain(sentence);
  });

  test("a refused change leaves everything as it was", async () => {
    const before = await countAll();
    await expect(
      changePerson(change(first), "contact", contact({ mobileOwner: undefined, mobile: "13911111111" })),
    ).rejects.toThrow("请选择手机号是谁的");
    expect(await countAll()).toEqual(before);
    expect((await person()).mobile).toBe("13800008642");
  });

  test("somebody of another bureau is not found", async () => {
    const elsewhere = permitOf({ ...first, bureauId: units.first }, "people.change");
    await expect(changePerson(elsewhere, "contact", contact({ mobile: "13911111111" }))).rejects.toThrow(
      "NEXT_HTTP_ERROR",
    );
    expect((await person()).mobile).toBe("13800008642");
  });
});

describe("two editors", () => {
  const refusalOf = async (act: Promise<void>): Promise<Refusal> => {
    const fault: unknown = await act.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(fault instanceof Refusal)) throw new Error("was not refused");

    return fault;
  };

  test("the second is told field by field, keeps what was typed, and saves on the next press", async () => {
    await changePerson(change(first), "contact", contact({ mobile: "13900007531", address: "红旗路1号" }));
    const typed = { mobile: "13700000003", emergencyName: "王嫂" };
    const refusal = await refusalOf(changePerson(change(second), "contact", contact(typed)));
    expect(refusal.sentence).toMatch(/：孙人事 \d\d:\d\d 把“手机号”改成了“13900007531”，您填的是“13700000003”，已保留/);
    expect(refusal.sentence).toMatch(/“现住址”改成了“红旗路1号”，已替您更新在表里/);
    expect(refusal.resume).toEqual({ address: "红旗路1号", version: "2" });
    expect(await person()).toMatchObject({ mobile: "13900007531", emergencyName: null });

    await changePerson(change(second), "contact", contact({ ...typed, ...refusal.resume }));
    expect(await person()).toMatchObject({ mobile: "13700000003", address: "红旗路1号", emergencyName: "王嫂" });
  });

  test("who changed another section, or the same to the same, is no obstacle", async () => {
    await changePerson(change(first), "union", ChangeUnion.parse({ id, version: "1", unionMember: true }));
    await changePerson(change(second), "contact", contact({ address: "红旗路2号" }));
    await changePerson(change(first), "contact", contact({ version: "3", address: "红旗路3号" }));
    await changePerson(
      change(second),
      "contact",
      contact({ version: "3", address: "红旗路3号", emergencyName: "王嫂" }),
    );
    expect(await person()).toMatchObject({
      unionMember: true,
      address: "红旗路3号",
      emergencyName: "王嫂",
      version: 5,
    });
  });

  test("of two at the same instant one is saved and the other told", async () => {
    const results = await Promise.allSettled([
      changePerson(change(first), "contact", contact({ mobile: "13900007531" })),
      changePerson(change(second), "contact", contact({ mobile: "13700000003" })),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await person()).version).toBe(2);
    expect(await db.auditEvent.count({ where: { objectId: id } })).toBe(1);
  });

  test("what was left alone is never disputed", () => {
    const at = new Date("2026-10-10T01:00:00Z");
    const changes = [{ who: "甲", at, before: { a: "1", b: "1" }, after: { a: "2", b: "2" } }];
    const told = compareChanges({ a: "1", b: "9", c: "5" }, { a: "2", b: "2", c: "1" }, changes);
    expect(told.map(({ field, isDisputed }) => [field, isDisputed])).toEqual([
      ["a", false],
      ["b", true],
    ]);
  });
});

test.each([
  ["6222021234567890129", false],
  ["6222021234567890128", true],
  ["4111111111111111", true],
  ["4111111111111112", false],
])("the check digit of card %s: %s", (card, isRight) => {
  expect(isLuhn(card)).toBe(isRight);
});
