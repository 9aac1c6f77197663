import { beforeEach, describe, expect, it } from "vitest";
import { listSites } from "@/lib/dormitories/board/queries";
import { agreeStars, awardStars, lowerStars, openStars, selfRate, sumUpStars } from "@/lib/dormitories/rating/commands";
import { inspect } from "@/lib/dormitories/rating/inspections/commands";
import { sheetItems } from "@/lib/dormitories/rating/rules";
import { publishNotice } from "@/lib/notices/commands";
import { db } from "@/prisma/client";
import { monday, openDormitory, permit, type Dormitory } from "./bureau";

let cast: Dormitory;
beforeEach(async () => {
  cast = await openDormitory();
});

const full = Object.fromEntries(sheetItems.map(({ code, max }) => [code, max]));
const open = () => openStars(permit(cast.officer, "dormitories.rate"), { year: 2026 });
const entry = () => db.starEntry.findFirstOrThrow();
const seen = async (roundId: string) => {
  const { version } = await db.starRound.findUniqueOrThrow({ where: { id: roundId } });

  return { roundId, version };
};
/** A sheet with so many points off; the inspector by 工号. */
const sheet = async (inspectorNo: string, off: number, given: object = {}) => {
  await inspect(permit(cast.officer, "dormitories.inspect"), {
    siteId: cast.siteId,
    entryId: (await entry()).id,
    kind: "CONTEST",
    inspectedOn: monday,
    inspectorNo,
    points: { ...full, escape: 10 - off },
    ...given,
  });
};

describe("the star contest", () => {
  it("runs from self-rating over two inspectors, notice and award to the loss of a star", async () => {
    const roundId = await open();
    const { id, version } = await entry();
    await selfRate(permit(cast.officer, "dormitories.rate"), { entryId: id, version, points: 95.5 });
    await sheet(cast.boss.loginName, 10);
    await expect(sumUpStars(permit(cast.officer, "dormitories.rate"), await seen(roundId))).rejects.toThrow(
      "还差：测试宿舍",
    );
    await sheet(cast.manager.loginName, 9);
    await sumUpStars(permit(cast.officer, "dormitories.rate"), await seen(roundId));
    expect(await entry()).toMatchObject({ selfTenths: 955, averageTenths: 905, stars: 5, awardedOn: null });
    await agreeStars(permit(cast.manager, "dormitories.agree"), await seen(roundId));
    const notice = await db.publicNotice.findFirstOrThrow({ where: { objectId: roundId } });
    await publishNotice(permit(cast.manager, "notices.publish"), { noticeId: notice.id, version: notice.version });
    const award = async (on: string) => awardStars(permit(cast.boss, "dormitories.approve", on), await seen(roundId));
    await expect(award("2026-10-19")).rejects.toThrow("公示还没有结束");
    expect((await entry()).awardedOn).toBeNull();
    await award("2026-10-20");
    const stars = async (on: string) => (await listSites(permit(cast.officer, "dormitories.view", on)))[0]?.stars;
    expect([await stars("2026-10-19"), await stars("2026-10-20"), await stars("2027-10-20")]).toEqual([0, 5, 0]);
    const lower = { entryId: id, version: (await entry()).version, stars: "3" as const, reason: "复查发现私拉电线" };
    await expect(lowerStars(permit(cast.officer, "dormitories.agree", "2026-12-01"), lower)).rejects.toThrow("负责人");
    await lowerStars(permit(cast.manager, "dormitories.agree", "2026-12-01"), lower);
    expect(await stars("2026-12-01")).toBe(3);
  });

  it("gives no star to a site with a veto, however good its average", async () => {
    const roundId = await open();
    await sheet(cast.boss.loginName, 0, { veto: "ELECTRICITY" });
    await sheet(cast.manager.loginName, 0);
    await expect(sumUpStars(permit(cast.officer, "dormitories.rate"), await seen(roundId))).rejects.toThrow("三星");
    expect((await db.starRound.findUniqueOrThrow({ where: { id: roundId } })).state).toBe("INSPECTING");
    expect((await entry()).stars).toBeNull();
  });

  it("is held once a year, and nobody scores twice, scores the own site or agrees to what he summed up", async () => {
    const roundId = await open();
    await expect(open()).rejects.toThrow("一年一次");
    await sheet(cast.boss.loginName, 3);
    await expect(sheet(cast.boss.loginName, 2)).rejects.toThrow("一人一份");
    await expect(sheet(cast.desk.loginName, 2)).rejects.toThrow("自己管的宿舍");
    await expect(sheet(cast.manager.loginName, 2, { inspectedOn: "2026-12-01" })).rejects.toThrow("不能晚于今天");
    expect(await db.dormInspection.count()).toBe(1);
    await sheet(cast.otherOfficer.loginName, 3);
    await sumUpStars(permit(cast.manager, "dormitories.rate"), await seen(roundId));
    await expect(agreeStars(permit(cast.manager, "dormitories.agree"), await seen(roundId))).rejects.toThrow("另一位");
    expect((await db.starRound.findUniqueOrThrow({ where: { id: roundId } })).state).toBe("SUBMITTED");
  });
});
