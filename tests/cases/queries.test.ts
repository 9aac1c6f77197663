import { beforeAll, describe, expect, it } from "vitest";
import { offerHandOver } from "@/lib/cases/handovers/commands";
import { copyCase } from "@/lib/cases/notes/commands";
import { countInbox, countTodo, listCases, listInbox } from "@/lib/cases/list/queries";
import { CaseFilter } from "@/lib/cases/list/schema";
import { myCase, myCases } from "@/lib/cases/mine/queries";
import { viewCase } from "@/lib/cases/view/queries";
import { registerCase } from "@/lib/cases/registration/commands";
import { db } from "@/prisma/client";
import { units, type Staff } from "../people/bureau";
import { aMatter, anAssignedCase, answered, move, openBureau, permit, row, type Cast } from "./bureau";

let cast: Cast;
let assigned: string;
let pending: string;
let done: string;
let secret: string;

beforeAll(async () => {
  cast = await openBureau();
  assigned = await anAssignedCase(cast);
  pending = await registerCase(permit(cast.desk, "cases.open"), aMatter(cast.otherWorker.personId));
  done = await anAssignedCase(cast);
  await move(cast.insurance, done, "answer", answered);
  secret = await anAssignedCase(cast, { confidentiality: "RESTRICTED", title: "不想让人知道的事" });
});

const inBox = async (actor: Staff, tab: "todo" | "done" | "mine" | "copied") =>
  (await listInbox(permit(actor, "cases.view"), tab, {})).rows.map(({ id }) => id).sort();

describe("the inbox", () => {
  it("shows everybody what they, and nobody before them, have to act on", async () => {
    expect(await inBox(cast.insurance, "todo")).toEqual([assigned, pending, secret].sort());
    expect(await inBox(cast.desk, "todo")).toEqual([pending, done].sort());
    expect(await inBox(cast.schooling, "todo")).toEqual([]);
    expect(await inBox(cast.boss, "todo")).toEqual([]);
  });

  it("knows what one has done, begun and got a copy of", async () => {
    expect(await inBox(cast.insurance, "done")).toEqual([done]);
    expect(await inBox(cast.desk, "mine")).toEqual([assigned, pending, done, secret].sort());
    await copyCase(permit(cast.desk, "cases.copy"), { caseId: assigned, loginName: cast.schooling.loginName });
    expect(await inBox(cast.schooling, "copied")).toEqual([assigned]);
  });

  it("counts exactly the rows that it lists", async () => {
    for (const actor of [cast.insurance, cast.desk, cast.schooling, cast.boss, cast.secondLiaison]) {
      const counts = await countInbox(permit(actor, "cases.view"));
      for (const tab of ["todo", "done", "mine", "copied"] as const)
        expect(counts[tab], `${actor.name} ${tab}`).toBe((await inBox(actor, tab)).length);
      expect(await countTodo(permit(actor, "cases.view"))).toBe(counts.todo);
    }
  });

  it("brings an offered case to the unit that has to answer the offer", async () => {
    const offer = {
      caseId: assigned,
      version: (await row(assigned)).version,
      toUnitId: units.second,
      reason: "二所的人",
    };
    await offerHandOver(permit(cast.insurance, "cases.handOver"), offer);
    expect(await inBox(cast.secondLiaison, "todo")).toEqual([assigned]);
    expect(await inBox(cast.firstLiaison, "todo")).toEqual([]);
  });
});

describe("lists of cases", () => {
  it("show a confidential matter to its officers without its words, and to no leader or liaison", async () => {
    const own = await listCases(permit(cast.insurance, "cases.view"), {});
    expect(own.rows.find(({ id }) => id === secret)?.title).toBe("参保登记（保密）");
    const seen = await listCases(permit(cast.boss, "cases.view"), {});
    expect(seen.rows.map(({ id }) => id)).not.toContain(secret);
    expect(seen.rows.map(({ id }) => id)).toContain(assigned);
  });

  it("read by keyset: every row once, in both orders", async () => {
    const extra = Array.from({ length: 60 }, () => aMatter(cast.otherWorker.personId, { title: "一件小事" }));
    for (const matter of extra) await registerCase(permit(cast.desk, "cases.open"), matter);
    for (const filter of [{}, { status: "open" as const }]) {
      const ids: string[] = [];
      let after: string | undefined;
      do {
        const page = await listCases(permit(cast.desk, "cases.view"), { ...filter, after });
        ids.push(...page.rows.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      expect(new Set(ids).size).toBe(ids.length);
      const first = await listCases(permit(cast.desk, "cases.view"), filter);
      expect(first.total).toBe(String(ids.length));
    }
  });

  it("take a hand-made address for no filter at all", () => {
    const odd = CaseFilter.parse({ unit: "x", due: "never", openedFrom: "1.1.2026", q: " 王 " });
    expect(odd).toEqual({ q: "王" });
  });

  it("find by number, 工号 and name, and take wildcards as they are", async () => {
    const { number } = await row(done);
    const found = async (q: string) => (await listCases(permit(cast.desk, "cases.view"), { q })).rows.length;
    expect(await found(number)).toBe(1);
    expect(await found("王建国")).toBe(3);
    expect(await found("%")).toBe(0);
    expect(await found("' or 1=1 --")).toBe(0);
  });
});

describe("the page of a case", () => {
  it("is an audited reading, and shows who has looked", async () => {
    await viewCase(permit(cast.insurance, "cases.view"), assigned);
    const view = await viewCase(permit(cast.insurance, "cases.view"), assigned);
    expect(await db.auditEvent.count({ where: { objectId: assigned, verb: "cases.view" } })).toBe(2);
    expect(view.viewers[0]).toMatchObject({ times: 2 });
    expect(view.clock?.words).toBe("还剩 5 个工作日");
    expect(view.moves).toContain("start");
  });

  it("does not exist for those whom it does not concern, and leaves no trace of them", async () => {
    const before = await db.auditEvent.count();
    await expect(viewCase(permit(cast.firstLiaison, "cases.view"), done)).rejects.toThrow("404");
    await expect(viewCase(permit(cast.boss, "cases.view"), secret)).rejects.toThrow("404");
    expect(await db.auditEvent.count()).toBe(before);
  });
});

describe("the worker's own matters", () => {
  it("show what waits for the worker first, in spoken words, and nothing of others", async () => {
    const mine = await myCases(permit(cast.worker, "my.cases"));
    expect(mine.map(({ id }) => id).sort()).toEqual([assigned, done, secret].sort());
    expect(mine[0]).toMatchObject({ id: done, short: "有答复了", waitsForMe: true });
    const view = await myCase(permit(cast.worker, "my.cases"), done);
    expect(view.answer).toBe(answered.note);
    expect(view.moves.sort()).toEqual(["confirm", "reopen"]);
    expect(view.events.map(({ what }) => what)).toEqual(["答复了您", "受理了", "记下了您的事"]);
    await expect(myCase(permit(cast.otherWorker, "my.cases"), done)).rejects.toThrow("404");
  });
});
