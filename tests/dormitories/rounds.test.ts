import { beforeEach, describe, expect, it } from "vitest";
import {
  agreeRound,
  askDeviation,
  decideDeviation,
  freezeRound,
  submitRound,
  voidRound,
} from "@/lib/dormitories/allotment/rounds/commands";
import { viewRound } from "@/lib/dormitories/allotment/rounds/queries";
import { settleBeds } from "@/lib/dormitories/allotment/settle/commands";
import { newId } from "@/lib/id";
import { publishNotice } from "@/lib/notices/commands";
import { db } from "@/prisma/client";
import { units } from "../people/bureau";
import { aCleaner, claimOn, monday, openDormitory, permit, stageOf, tuesday, waiting, type Dormitory } from "./bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

const freeze = (who = cast.officer, on = tuesday) =>
  freezeRound(permit(who, "dormitories.allot", on), { requestKey: newId(), name: "测试批次" });
const seen = async (roundId: string) => {
  const { version } = await db.allotmentRound.findUniqueOrThrow({ where: { id: roundId } });

  return { roundId, version };
};

/** 甲 领导 09-30, 乙 机关科员 10-01, 丙 清扫工 10-03, 丁 退休返聘清扫工 10-05; one male bed. */
async function scenario() {
  await db.dormClosure.create({
    data: {
      id: newId(),
      siteId: cast.siteId,
      bedId: cast.beds.B,
      kind: "REPAIR",
      fromOn: new Date("2026-09-01"),
      reason: "坏了",
      createdById: cast.officer.accountId,
    },
  });
  const people = {
    甲: await aCleaner("甲某", { isLeader: true, unitId: units.first }),
    乙: await aCleaner("乙某", { unitId: units.personnel }),
    丙: await aCleaner("丙某"),
    丁: await aCleaner("丁某", { retireDate: new Date("2026-01-31") }),
  };
  const cases = {
    甲: await waiting(cast, people.甲.id, "2026-09-30"),
    乙: await waiting(cast, people.乙.id, "2026-10-01"),
    丙: await waiting(cast, people.丙.id, "2026-10-03"),
    丁: await waiting(cast, people.丁.id, "2026-10-05"),
  };

  return { people, cases };
}

describe("an allotment round", () => {
  it("ranks 丁 丙 乙 甲 for one male bed and shows the six keys of each place", async () => {
    const { people, cases } = await scenario();
    const view = await viewRound(permit(cast.officer, "dormitories.line", tuesday), await freeze());
    expect(view.entries.map(({ name }) => name)).toEqual(["丁某", "丙某", "乙某", "甲某"]);
    expect(view.entries.map(({ keys }) => keys.slice(0, 3).join())).toEqual([
      "职工,基层,退休",
      "职工,基层,在职",
      "职工,机关,在职",
      "领导,基层,在职",
    ]);
    for (const { keys } of view.entries) expect(keys).toHaveLength(6);
    expect((await claimOn(cast.beds.A))?.personId).toBe(people.丁.id);
    expect(await stageOf(cases.丁)).toBe("PROPOSED");
  });

  it("keeps its order when the roster changes afterwards, and is frozen by nobody while an attribute is unknown", async () => {
    const { people } = await scenario();
    const nobody = await aCleaner("无名", { sex: null });
    await db.person.update({ where: { id: nobody.id }, data: { birthDate: null, sex: null } });
    const unknown = await waiting(cast, nobody.id);
    await expect(freeze()).rejects.toThrow("无名（性别、出生日期）");
    expect([await db.allotmentRound.count(), await db.bedStay.count()]).toEqual([0, 0]);
    await db.bedApplication.updateMany({ where: { caseId: unknown }, data: { endedAt: new Date() } });
    const roundId = await freeze();
    await db.person.update({ where: { id: people.丁.id }, data: { isLeader: true } });
    const view = await viewRound(permit(cast.officer, "dormitories.line", tuesday), roundId);
    expect(view.entries.map(({ name }) => name)).toEqual(["丁某", "丙某", "乙某", "甲某"]);
  });

  it("goes over notice: agreed by another, published, and given out on the day after its end, no day earlier", async () => {
    const { cases } = await scenario();
    const roundId = await freeze();
    await submitRound(permit(cast.officer, "dormitories.allot", tuesday), await seen(roundId));
    await expect(
      agreeRound(permit(cast.otherOfficer, "dormitories.agree", tuesday), await seen(roundId)),
    ).rejects.toThrow("负责人");
    expect(await stageOf(cases.丁)).toBe("PROPOSED");
    await agreeRound(permit(cast.manager, "dormitories.agree", tuesday), await seen(roundId));
    const notice = await db.publicNotice.findFirstOrThrow({ where: { objectId: roundId }, include: { entries: true } });
    expect(notice.entries).toMatchObject([{ key: cases.丁, maskedName: "丁*", note: "测试宿舍" }]);
    await publishNotice(permit(cast.manager, "notices.publish", tuesday), {
      noticeId: notice.id,
      version: notice.version,
    });
    const settle = (on: string) => settleBeds(permit(cast.officer, "dormitories.view", on));
    await settle("2026-10-20");
    expect(await stageOf(cases.丁)).toBe("NOTICE");
    await settle("2026-10-21");
    expect(await stageOf(cases.丁)).toBe("ALLOTTED");
    expect((await claimOn(cast.beds.A))?.moveInBy?.toISOString().slice(0, 10)).toBe("2026-10-28");
    expect((await db.allotmentRound.findUniqueOrThrow({ where: { id: roundId } })).state).toBe("DONE");
  });

  it("deviates only with a leader's approval, never by who asked, and says so in the notice", async () => {
    const { cases } = await scenario();
    const roundId = await freeze();
    const view = await viewRound(permit(cast.officer, "dormitories.line", tuesday), roundId);
    const second = view.entries[1];
    await askDeviation(permit(cast.officer, "dormitories.allot", tuesday), {
      ...(await seen(roundId)),
      entryId: second?.id ?? "",
      bedId: cast.beds.A,
      reason: "丙某的岗位就在宿舍隔壁，凌晨三点上班。",
    });
    await expect(submitRound(permit(cast.officer, "dormitories.allot", tuesday), await seen(roundId))).rejects.toThrow(
      "等领导批",
    );
    const asked = await db.roundDeviation.findFirstOrThrow();
    await decideDeviation(permit(cast.boss, "dormitories.approve", tuesday), {
      ...(await seen(roundId)),
      deviationId: asked.id,
      decision: "APPROVED",
    });
    expect([await stageOf(cases.丁), await stageOf(cases.丙)]).toEqual(["WAITLISTED", "PROPOSED"]);
    await submitRound(permit(cast.officer, "dormitories.allot", tuesday), await seen(roundId));
    const entry = await db.noticeEntry.findFirstOrThrow();
    expect([entry.key, entry.note]).toEqual([cases.丙, "测试宿舍（领导批准，不按名次）"]);
  });

  it("has one winner when two rounds are frozen at once: no bed and no person goes twice", async () => {
    await waiting(cast, (await aCleaner("男一")).id, monday);
    await waiting(cast, (await aCleaner("男二")).id, monday);
    const both = await Promise.allSettled([freeze(cast.officer), freeze(cast.otherOfficer)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.allotmentRound.count()).toBe(1);
    const held = await db.bedStay.findMany({ where: { state: "HELD" } });
    expect(new Set(held.map(({ bedId }) => bedId)).size).toBe(2);
    expect(new Set(held.map(({ personId }) => personId)).size).toBe(2);
  });

  it("voided, it puts everybody back into the line and frees every bed; after submission it is too late", async () => {
    const { cases } = await scenario();
    const roundId = await freeze();
    await voidRound(permit(cast.officer, "dormitories.allot", tuesday), { ...(await seen(roundId)), note: "名单有误" });
    expect([await stageOf(cases.丁), await claimOn(cast.beds.A)]).toEqual(["WAITLISTED", null]);
    const again = await freeze();
    await submitRound(permit(cast.officer, "dormitories.allot", tuesday), await seen(again));
    await expect(
      voidRound(permit(cast.officer, "dormitories.allot", tuesday), { ...(await seen(again)), note: "名单有误" }),
    ).rejects.toThrow("刚被别人");
    expect((await claimOn(cast.beds.A))?.state).toBe("HELD");
  });
});
