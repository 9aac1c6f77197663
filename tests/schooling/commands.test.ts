import { beforeEach, describe, expect, it } from "vitest";
import { enrol, passUnion, passUnit, sendBack, submit } from "@/lib/schooling/decisions/commands";
import { placedTotal } from "@/lib/schooling/figures/queries";
import { changeDwelling, recordPaper, seePapers, sendPaper } from "@/lib/schooling/materials/commands";
import { endPlacement, registerFor, registerMine, withdrawMine } from "@/lib/schooling/registration/commands";
import { db } from "@/prisma/client";
import { aPerson, countAll } from "../people/bureau";
import { ownerQuery } from "../setup/database";
import {
  aChild,
  allPapers,
  aPaper,
  at,
  canary,
  evidence,
  idNoOf,
  monday,
  openSchool,
  permit,
  placementAt,
  placementOf,
  stageOf,
  type SchoolCast,
} from "./bureau";

let cast: SchoolCast;
beforeEach(async () => {
  cast = await openSchool();
});

const early = "2026-08-20";

describe("scenario 6", () => {
  it("takes a child born on 2020-08-31 for 2026 and refuses one born on 2020-09-01 with the reason", async () => {
    const mine = permit(cast.worker, "my.schooling", early);
    const caseId = await registerMine(mine, aChild({ childId: idNoOf("2020-08-31") }));
    expect((await placementOf(caseId)).intakeYear).toBe(2026);
    const before = await countAll();
    await expect(registerMine(mine, aChild({ childId: idNoOf("2020-09-01") }))).rejects.toThrow("还不满 6 周岁");
    expect(await countAll()).toEqual(before);
  });

  it("saves nothing of the child without consent, by whichever way it comes", async () => {
    const before = await countAll();
    await expect(registerMine(permit(cast.worker, "my.schooling"), aChild({ consent: undefined }))).rejects.toThrow(
      "监护人",
    );
    const { consent: _, ...child } = aChild();
    const told = { ...child, personId: cast.worker.personId };
    await expect(registerFor(permit(cast.firstLiaison, "schooling.register"), told)).rejects.toThrow("同意书");
    await expect(
      registerFor(permit(cast.officer, "schooling.register"), {
        ...told,
        consentFile: evidence(),
        consentOn: "2026-10-13",
      }),
    ).rejects.toThrow("不能晚于今天");
    expect(await countAll()).toEqual(before);
  });

  it("cannot even be stored by hand without the signed paper", async () => {
    const caseId = await placementAt(cast, "REGISTERED");
    await expect(
      ownerQuery(`update school_placement set consent_mode = 'PAPER' where case_id = $1`, [caseId]),
    ).rejects.toThrow("school_placement_consent_paper");
  });

  it("tells everybody the number of placed children and no name", async () => {
    const caseId = await placementAt(cast, "ASSIGNED");
    expect(await placedTotal(permit(cast.otherWorker, "my.schooling"))).toBe(0);
    await enrol(permit(cast.officer, "schooling.review"), {
      ...(await at(caseId)),
      outcome: "PUBLIC",
      schoolName: "第一小学",
      enrolledOn: monday,
    });
    expect(await placedTotal(permit(cast.otherWorker, "my.schooling"))).toBe(1);
  });
});

describe("a registration", () => {
  it("is restricted, and every field of the child is a cipher of its own", async () => {
    const caseId = await placementAt(cast, "REGISTERED", { wishes: "环湖小学" });
    const placement = await placementOf(caseId);
    const stored = JSON.stringify(placement);
    for (const secret of [canary, idNoOf("2021-03-08"), "2021-03-08", "环湖小学"]) expect(stored).not.toContain(secret);
    const ciphers = [placement.childNameCipher, placement.childIdCipher, placement.birthCipher, placement.sexCipher];
    expect(new Set(ciphers).size).toBe(4);
    const row = await db.welfareCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(row).toMatchObject({ confidentiality: "RESTRICTED", stageTable: "schooling", stage: "REGISTERED" });
    expect(JSON.stringify(row)).not.toContain(canary);
  });

  it("is one for a child and an intake, also when two send it at once; the same form twice is one", async () => {
    const form = aChild();
    const both = await Promise.allSettled([
      registerMine(permit(cast.worker, "my.schooling"), form),
      registerMine(permit(cast.otherWorker, "my.schooling"), aChild()),
    ]);
    const refused = both.filter((one) => one.status === "rejected");
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining("已经登记过")]);
    expect(await db.schoolPlacement.count()).toBe(1);
    const mine = permit(cast.worker, "my.schooling");
    const again = aChild({ childId: idNoOf("2021-03-09") });
    expect(await registerMine(mine, again)).toBe(await registerMine(mine, again));
  });

  it("marks a dormitory family 需协调 by the roster, whatever was ticked", async () => {
    await db.person.update({
      where: { id: cast.worker.personId },
      data: { address: "环湖街1号（阳光宿舍）1号楼101室" },
    });
    const caseId = await placementAt(cast, "REGISTERED", { dwelling: "RENTED" });
    expect(await placementOf(caseId)).toMatchObject({ dwelling: "DORMITORY", needsCoordination: true });
  });

  it("is refused for a number that cannot be right, a worker of another unit and one who has left", async () => {
    const mine = permit(cast.worker, "my.schooling");
    await expect(registerMine(mine, aChild({ childId: "129900202103080117" }))).rejects.toThrow("校验位");
    const { consent: _, ...child } = aChild();
    const paper = { ...child, consentFile: evidence(), consentOn: monday };
    await expect(
      registerFor(permit(cast.secondLiaison, "schooling.register"), { ...paper, personId: cast.worker.personId }),
    ).rejects.toThrow("没有找到");
    const left = await aPerson({ status: "LEFT" });
    await expect(
      registerFor(permit(cast.officer, "schooling.register"), { ...paper, personId: left.id }),
    ).rejects.toThrow("不在本单位");
    expect([await db.schoolPlacement.count(), await db.welfareCase.count(), await db.attachment.count()]).toEqual([
      0, 0, 0,
    ]);
  });

  it("keeps the signed consent with the liaison's registration, under no name", async () => {
    const { consent: _, ...child } = aChild();
    const file = new File([await evidence().arrayBuffer()], `${canary}同意书.pdf`);
    const caseId = await registerFor(permit(cast.firstLiaison, "schooling.register"), {
      ...child,
      personId: cast.worker.personId,
      consentFile: file,
      consentOn: monday,
    });
    const placement = await placementOf(caseId);
    expect(placement).toMatchObject({ consentMode: "PAPER" });
    expect(await db.attachment.findMany()).toMatchObject([
      { id: placement.consentAttachmentId, kind: "GUARDIAN_CONSENT", name: "材料" },
    ]);
  });

  it("is withdrawn by the parent or voided by the officer, and the child may be registered again", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    await expect(withdrawMine(permit(cast.otherWorker, "my.schooling"), await at(caseId))).rejects.toThrow();
    await withdrawMine(permit(cast.worker, "my.schooling"), await at(caseId));
    expect([await stageOf(caseId), (await placementOf(caseId)).isLiving]).toEqual(["WITHDRAWN", false]);
    const again = await placementAt(cast, "REGISTERED");
    await endPlacement(permit(cast.officer, "schooling.register"), {
      ...(await at(again)),
      move: "void",
      note: "登记错了",
    });
    expect(await stageOf(again)).toBe("VOID");
  });
});

describe("the papers", () => {
  it("are kept with what they cover; a lease with one day missing wants mending and keeps the case from going on", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    await allPapers(cast.firstLiaison, caseId);
    const gap = { from: "2026-11-01", to: "2027-01-31", from2: "2027-02-02", to2: "2027-06-30" };
    await recordPaper(permit(cast.firstLiaison, "schooling.collect"), aPaper(caseId, "LEASE_FILING", gap));
    const lease = await db.schoolMaterial.findFirstOrThrow({ where: { kind: "LEASE_FILING" } });
    expect(lease.state).toBe("NEEDS_FIX");
    await expect(submit(permit(cast.worker, "my.schooling"), await at(caseId))).rejects.toThrow("2027-02-01");
    expect(await stageOf(caseId)).toBe("PREPARING");
    await recordPaper(
      permit(cast.firstLiaison, "schooling.collect"),
      aPaper(caseId, "LEASE_FILING", { ...gap, to: "2027-02-01" }),
    );
    await submit(permit(cast.worker, "my.schooling"), await at(caseId));
    expect(await stageOf(caseId)).toBe("UNIT_CHECK");
  });

  it("are refused without their days, with a name in the remark, or when they are not on the list", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const by = permit(cast.firstLiaison, "schooling.collect");
    await expect(recordPaper(by, { caseId, kind: "LEASE_FILING", state: "VERIFIED" })).rejects.toThrow("从哪天到哪天");
    await expect(recordPaper(by, aPaper(caseId, "CONTRACT", { problem: `${canary}的合同` }))).rejects.toThrow(
      "不要写孩子的名字",
    );
    await expect(recordPaper(by, aPaper(caseId, "PROPERTY_DEED"))).rejects.toThrow("不在清单里");
    expect(await db.schoolMaterial.count()).toBe(0);
  });

  it("come as photos from the parent's phone, and somebody else's case is not found", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const photo = { caseId, kind: "CONTRACT" as const, file: evidence() };
    await expect(sendPaper(permit(cast.otherWorker, "my.schooling"), photo)).rejects.toThrow();
    await sendPaper(permit(cast.worker, "my.schooling"), photo);
    expect(await db.schoolMaterial.findMany()).toMatchObject([{ kind: "CONTRACT", state: "RECEIVED" }]);
  });

  it("are kept several at a time, all or none; papers with days and the union's own are not among them", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    const by = permit(cast.firstLiaison, "schooling.collect");
    const several = { caseId, coversOther: "on" as const };
    await expect(seePapers(by, { ...several, kinds: ["CONTRACT", "LEASE_FILING"] })).rejects.toThrow("从哪天到哪天");
    await expect(seePapers(by, { ...several, kinds: ["CONTRACT", "EMPLOYMENT_PROOF"] })).rejects.toThrow("局工会开");
    expect(await db.schoolMaterial.count()).toBe(0);
    await seePapers(by, { ...several, kinds: ["CONTRACT", "HOUSEHOLD_BOOK", "ID_CARD"] });
    expect(await db.schoolMaterial.count({ where: { state: "VERIFIED", coversOther: true } })).toBe(3);
    await expect(
      seePapers(permit(cast.secondLiaison, "schooling.collect"), { ...several, kinds: ["VACCINATION"] }),
    ).rejects.toThrow();
  });

  it("follow the dwelling when the family moves", async () => {
    const caseId = await placementAt(cast, "PREPARING");
    await changeDwelling(permit(cast.firstLiaison, "schooling.collect"), { caseId, dwelling: "OWNED" });
    await recordPaper(permit(cast.firstLiaison, "schooling.collect"), aPaper(caseId, "PROPERTY_DEED"));
    await expect(
      changeDwelling(permit(cast.secondLiaison, "schooling.collect"), { caseId, dwelling: "RENTED" }),
    ).rejects.toThrow();
    expect((await placementOf(caseId)).dwelling).toBe("OWNED");
  });
});

describe("the checks", () => {
  it("are refused while an original was not seen, and pass when it was", async () => {
    const caseId = await placementAt(cast, "UNIT_CHECK");
    const by = permit(cast.firstLiaison, "schooling.collect");
    await recordPaper(by, aPaper(caseId, "CONTRACT", { state: "RECEIVED" }));
    await expect(passUnit(by, await at(caseId))).rejects.toThrow("没有看过原件：劳动合同");
    await recordPaper(by, aPaper(caseId, "CONTRACT"));
    await passUnit(by, await at(caseId));
    expect(await stageOf(caseId)).toBe("UNION_CHECK");
  });

  it("send back everything at once, and the papers return to the stage that sent them", async () => {
    const caseId = await placementAt(cast, "UNION_CHECK");
    const officer = permit(cast.officer, "schooling.review");
    await expect(sendBack(officer, { ...(await at(caseId)), note: `${canary}少户口簿` })).rejects.toThrow("不要写孩子");
    await sendBack(officer, { ...(await at(caseId)), note: "预防接种证看不清。" });
    const event = await db.caseEvent.findFirstOrThrow({ where: { caseId, kind: "return" } });
    expect(event.note).toBe("预防接种证看不清。另外还差：务工就业证明。");
    expect([await stageOf(caseId), (await placementOf(caseId)).returnedFrom]).toEqual(["RETURNED", "UNION_CHECK"]);
    await submit(permit(cast.worker, "my.schooling"), await at(caseId));
    expect(await stageOf(caseId)).toBe("UNION_CHECK");
  });

  it("let one of two officers pass, the other is told", async () => {
    const caseId = await placementAt(cast, "UNION_CHECK");
    await allPapers(cast.officer, caseId, ["EMPLOYMENT_PROOF"]);
    const where = await at(caseId);
    const both = await Promise.allSettled(
      [cast.officer, cast.otherOfficer].map((who) => passUnion(permit(who, "schooling.review"), where)),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stageOf(caseId)).toBe("COORDINATING");
    expect((await placementOf(caseId)).eligibleOn).not.toBeNull();
  });
});
