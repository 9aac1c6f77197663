import { beforeEach, describe, expect, test } from "vitest";
import type { CivilDate } from "@/lib/dates";
import { newId } from "@/lib/id";
import { draftNotice, publishNotice } from "@/lib/notices/commands";
import { listNotices } from "@/lib/notices/list/queries";
import { myNotices } from "@/lib/notices/mine/queries";
import { objectMine, objectTo } from "@/lib/notices/objections/commands";
import { NoticeFilter } from "@/lib/notices/schema";
import { readSheet, viewNotice } from "@/lib/notices/view/queries";
import { db, transact } from "@/prisma/client";
import { monday, openBureau, permit, type Cast } from "../cases/bureau";
import { anActor, officer, type Staff } from "../people/bureau";

let cast: Cast;
let helper: Staff;

beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
});

const draft = async (title = "慰问名单公示") =>
  (
    await transact((tx) =>
      draftNotice(tx, permit(helper, "notices.draft"), {
        matter: "hardship",
        title,
        text: "拟对下列职工发放慰问金。",
        place: "公示栏",
        phone: "022-0000 0000",
        entries: [
          { key: "a", maskedName: "王*国", unit: "环卫一所", amountFen: 50_000 },
          { key: "b", maskedName: "张*英", unit: "环卫一所", amountFen: 30_050 },
        ],
      }),
    )
  ).id;
const publish = (noticeId: string, on: CivilDate = monday) =>
  publishNotice(permit(cast.boss, "notices.publish", on), { noticeId, version: 1 });
const list = async (who: Staff, tab: string, on: CivilDate = monday) =>
  (await listNotices(permit(who, "notices.view", on), NoticeFilter.parse({ tab }))).rows.map(({ id }) => id);
const view = (who: Staff, id: string, on: CivilDate = monday) => viewNotice(permit(who, "notices.view", on), id);

describe("the list of notices", () => {
  test("shows a draft to its programme and to leaders only, and what hangs to everybody", async () => {
    const id = await draft();
    expect(await list(helper, "waiting")).toEqual([id]);
    expect(await list(cast.boss, "waiting")).toEqual([id]);
    for (const who of [cast.insurance, cast.firstLiaison]) {
      expect(await list(who, "waiting")).toEqual([]);
      await expect(view(who, id)).rejects.toThrow(/404/);
    }
    await publish(id);
    for (const who of [helper, cast.insurance, cast.firstLiaison]) expect(await list(who, "running")).toEqual([id]);
    expect(await list(helper, "running", "2026-10-20")).toEqual([]);
    expect(await list(helper, "ended", "2026-10-20")).toEqual([id]);
  });
  test("keeps a notice under 公示中 that a day off declared later has made longer", async () => {
    const id = await draft();
    await publish(id);
    await db.calendarDay.create({
      data: { date: new Date("2026-10-14"), kind: "OFF", name: "临时放假", source: "STAFF", status: "OFFICIAL" },
    });
    expect(await list(helper, "running", "2026-10-20")).toEqual([id]);
    expect(await list(helper, "ended", "2026-10-20")).toEqual([]);
  });
  test("on the phone has what hangs, what ended within two months, and never a draft", async () => {
    const [, running] = [await draft("草稿名单公示"), await draft("慰问名单公示")];
    await publish(running);
    const mine = (on: CivilDate) => myNotices(permit(cast.worker, "my.notices", on));
    expect(await mine(monday)).toEqual([
      { id: running, title: "慰问名单公示", isRunning: true, until: "10月19日（下周一）" },
    ]);
    expect((await mine("2026-10-20")).map(({ isRunning }) => isRunning)).toEqual([false]);
    expect(await mine("2027-01-20")).toEqual([]);
  });
});

describe("what hangs", () => {
  test("carries masked names, units and amounts, and no person's data under any name", async () => {
    const id = await draft();
    await publish(id);
    const sheet = await readSheet(permit(cast.worker, "my.notices"), id);
    expect(sheet.totalFen).toBe(80_050);
    expect(sheet.entries.map((entry) => Object.keys(entry).sort())).toEqual(
      sheet.entries.map(() => ["amountFen", "id", "maskedName", "note", "place", "state", "unit"]),
    );
  });
  test("says 暂定 where the year's holidays are not official", async () => {
    const id = await draft();
    await publish(id);
    await db.calendarYear.update({ where: { year: 2026 }, data: { isOfficial: false } });
    expect((await readSheet(permit(cast.worker, "my.notices"), id)).isProvisional).toBe(true);
  });
});

describe("who reads an objection", () => {
  test("its programme and leaders, with an audit row; the liaison only her own; nobody else a word", async () => {
    const id = await draft();
    await publish(id);
    const entries = await db.noticeEntry.findMany({ where: { noticeId: id }, orderBy: { place: "asc" } });
    const [first, second] = entries.map((entry) => entry.id);
    const common = { requestKey: newId(), noticeId: id, contact: undefined };
    await objectTo(permit(cast.firstLiaison, "notices.object"), {
      ...common,
      entryId: first ?? "",
      channel: "LIAISON",
      content: "他家有两套房子",
      objector: "李四海",
    });
    await objectMine(permit(cast.worker, "my.object"), {
      requestKey: newId(),
      noticeId: id,
      entryId: second ?? "",
      content: "她去年就领过了",
      anonymous: "yes",
    });
    const read = async (who: Staff) =>
      (await view(who, id)).objections?.map(({ content, objector }) => [content, objector]);
    const all = [
      ["他家有两套房子", "李四海"],
      ["她去年就领过了", null],
    ];
    expect(await read(helper)).toEqual(all);
    expect(await read(cast.boss)).toEqual(all);
    expect(await read(cast.firstLiaison)).toEqual([all[0]]);
    expect(await read(cast.secondLiaison)).toBeUndefined();
    expect(await read(cast.insurance)).toBeUndefined();
    expect(await db.auditEvent.count({ where: { verb: "notices.view", objectId: id } })).toBe(3);
    expect((await view(cast.insurance, id)).entries.map(({ state }) => state)).toEqual(["OBJECTED", "OBJECTED"]);
  });
});
