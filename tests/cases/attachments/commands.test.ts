import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { checkOriginal, saveAttachment, voidAttachment } from "@/lib/cases/attachments/commands";
import { listAttachments, readAttachment } from "@/lib/cases/attachments/queries";
import type { NewAttachment } from "@/lib/cases/attachments/schema";
import { grant } from "@/lib/cases/sign-offs/commands";
import { SignForm } from "@/lib/cases/sign-offs/schema";
import { recordSigning } from "@/lib/cases/sign-offs/signing/commands";
import { env } from "@/lib/env";
import { newId } from "@/lib/id";
import { openUpload, readUpload } from "@/lib/uploads";
import { db, transact } from "@/prisma/client";
import { anActor, countAll, officer, units, type Staff } from "../../people/bureau";
import { ownerQuery } from "../../setup/database";
import { monday, openBureau, permit, type Cast } from "../bureau";

let cast: Cast;
let helper: Staff;
let stranger: Staff;

beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
  stranger = await anActor("李社保", [officer("insurance")]);
});

const fileOf = (bytes: Uint8Array | string, name = "照片.jpg") =>
  new File([typeof bytes === "string" ? Buffer.from(bytes, "latin1") : new Uint8Array(bytes)], name);
const picture = (width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const aPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

const folder = () => path.resolve(env.DATA_DIR, "uploads");
const filesKept = () => (existsSync(folder()) ? readdirSync(folder()).length : 0);

const about = (given: Partial<NewAttachment> = {}): NewAttachment => ({
  owner: "hardship_file",
  ownerId: newId(),
  programme: "hardship",
  personId: cast.worker.personId,
  unitId: units.firstTeam,
  kind: "INCOME_PROOF",
  ...given,
});
const save = (file: File, given: Partial<NewAttachment> = {}) =>
  saveAttachment(permit(helper, "cases.attach"), { ...about(given), file });
const storedOf = async (id: string) => (await db.attachment.findUniqueOrThrow({ where: { id } })).storedName;

async function expectRefused(file: File, sentence: string): Promise<void> {
  const before = { counts: await countAll(), kept: filesKept() };
  await expect(save(file)).rejects.toThrow(sentence);
  expect({ counts: await countAll(), kept: filesKept() }).toEqual(before);
}

describe("what is kept", () => {
  test("a photo loses place, camera and the turn of the phone, and is kept encrypted for the portal only", async () => {
    const taken = await picture()
      .jpeg()
      .withExif({ IFD0: { Make: "SPYPHONE" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "39/1 7/1 30/1" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes("SPYPHONE")).toBe(true);
    const id = await save(fileOf(taken));
    const stored = await storedOf(id);
    const kept = await openUpload(stored);
    const facts = await sharp(kept).metadata();
    expect([facts.exif, facts.xmp, facts.icc, facts.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(kept.includes("SPYPHONE")).toBe(false);
    // Turned by its tag, so that it is upright without it.
    expect([facts.width, facts.height]).toEqual([300, 400]);
    const onDisk = readFileSync(path.join(folder(), stored));
    expect(onDisk.includes(kept.subarray(0, 64))).toBe(false);
    expect(statSync(path.join(folder(), stored)).mode & 0o777).toBe(0o600);
    expect(stored).toMatch(/^[0-9a-f]{48}\.jpg$/);
  });
  test("PNG, WebP and PDF are kept as what they are, whatever they are called", async () => {
    const named = [
      [await picture().png().toBuffer(), "image/png"],
      [await picture().webp().toBuffer(), "image/webp"],
      [Buffer.from(aPdf), "application/pdf"],
    ] as const;
    for (const [bytes, mime] of named) {
      const id = await save(fileOf(bytes, "收入证明.exe"));
      expect((await db.attachment.findUniqueOrThrow({ where: { id } })).mime).toBe(mime);
    }
  });
  test("a picture with a page behind it comes out without the page", async () => {
    const two = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    const id = await save(fileOf(two));
    expect((await openUpload(await storedOf(id))).includes("<script>")).toBe(false);
  });
  test("a name cannot climb out of the folder or break a header", async () => {
    const id = await save(fileOf(await picture().png().toBuffer(), '../../etc/pass"wd\r\nSet-Cookie: a=1.png'));
    const row = await db.attachment.findUniqueOrThrow({ where: { id } });
    expect(row.name).not.toMatch(/[/\\"\r\n:;]/);
    expect(path.dirname(path.join(folder(), row.storedName))).toBe(folder());
    await expect(openUpload("../secrets.json")).rejects.toThrow("not the name of an upload");
  });
  test("bytes that were changed or exchanged on the disk are not handed out", async () => {
    const [one, two] = [await save(fileOf(aPdf)), await save(fileOf(await picture().png().toBuffer()))];
    const [first, second] = [path.join(folder(), await storedOf(one)), path.join(folder(), await storedOf(two))];
    writeFileSync(first, readFileSync(second));
    await expect(openUpload(path.basename(first))).rejects.toThrow();
  });
});

describe("what is refused, leaving no row and no file", () => {
  test.each([
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ["HTML called .jpg", "<html><script>alert(1)</script></html>"],
    ["GIF", "GIF89a\x01\x00\x01\x00"],
    ["a zip, as every Office file is", "PK\x03\x04\x14\x00"],
    ["HEIC", "\x00\x00\x00\x18ftypheic"],
    ["a PDF with a zip behind its end", `${aPdf}PK\x03\x04hidden`],
    ["a PDF without end", "%PDF-1.4\n<html>"],
  ])("%s", async (_, bytes) => {
    await expectRefused(fileOf(bytes), "只收照片");
  });
  test.each(["/JavaScript", "/Launch", "/EmbeddedFile"])("a PDF with %s", async (word) => {
    await expectRefused(fileOf(aPdf.replace("/Catalog", `/Catalog${word} 2 0 R`)), "脚本或夹带文件");
  });
  test("an empty file, more than 10 MB, a picture cut off in the middle", async () => {
    await expectRefused(fileOf(""), "空的");
    await expectRefused(fileOf(new Uint8Array(10 * 1024 * 1024 + 1)), "超过 10 MB");
    const whole = await picture(1200, 900).png({ compressionLevel: 0 }).toBuffer();
    await expectRefused(fileOf(whole.subarray(0, 5_000)), "打不开");
  });
  test("a picture of 50,000 × 50,000 in a few bytes, before it is unpacked", async () => {
    const small = await picture(1, 1).png().toBuffer();
    const bomb = Buffer.from(small);
    bomb.writeUInt32BE(50_000, 16);
    bomb.writeUInt32BE(50_000, 20);
    const started = performance.now();
    await expect(readUpload(fileOf(bomb))).rejects.toThrow("打不开或者太大");
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  test("a photo of a person without consent", async () => {
    const file = fileOf(await picture().jpeg().toBuffer());
    const before = await countAll();
    await expect(save(file, { kind: "PHOTO" })).rejects.toThrow("征得本人同意");
    expect(await countAll()).toEqual(before);
    expect(await save(file, { kind: "PHOTO", hasConsent: true })).toBeTruthy();
  });
});

describe("who may open what", () => {
  const open = (who: Staff, id: string) => readAttachment(permit(who, "cases.viewAttachments"), id);

  test("the programme's officer opens it, and the log says so before anything is read", async () => {
    const id = await save(fileOf(aPdf, "十二个月工资流水.pdf"));
    const file = await open(helper, id);
    expect(file).toMatchObject({ name: "十二个月工资流水.pdf", mime: "application/pdf" });
    expect(file.bytes.toString()).toBe(aPdf);
    expect(await db.auditEvent.count({ where: { verb: "cases.viewAttachments", objectId: id } })).toBe(1);
    await ownerQuery("delete from audit_event where object_id = $1", [id]);
  });
  test("another programme, another unit and the liaison who entered an income proof do not find it", async () => {
    const id = await saveAttachment(permit(cast.firstLiaison, "cases.attach"), { ...about(), file: fileOf(aPdf) });
    for (const who of [stranger, cast.secondLiaison, cast.firstLiaison]) {
      await expect(open(who, id)).rejects.toThrow(/404/);
    }
    await expect(open(helper, newId())).rejects.toThrow(/404/);
    expect(await db.auditEvent.count({ where: { verb: "cases.viewAttachments" } })).toBe(0);
  });
  test("a leader opens what she has to approve, but no diagnosis", async () => {
    await open(cast.boss, await save(fileOf(aPdf)));
    await expect(open(cast.boss, await save(fileOf(aPdf), { kind: "DIAGNOSIS" }))).rejects.toThrow(/404/);
  });
  test("the list names what was handed in also to whom it does not open", async () => {
    const ownerId = newId();
    await save(fileOf(aPdf), { ownerId, kind: "DIAGNOSIS" });
    const [line] = await listAttachments(permit(cast.boss, "cases.viewAttachments"), {
      owner: "hardship_file",
      ownerId,
    });
    expect(line).toMatchObject({ word: "诊断书", mayOpen: false, originalSeenOn: null });
  });
});

describe("the original", () => {
  test("is seen once, by somebody, on a day", async () => {
    const ownerId = newId();
    const id = await save(fileOf(aPdf), { ownerId });
    await checkOriginal(permit(helper, "cases.checkOriginal"), { attachmentId: id });
    const [line] = await listAttachments(permit(helper, "cases.viewAttachments"), { owner: "hardship_file", ownerId });
    expect(line).toMatchObject({ originalSeenOn: monday, originalSeenBy: "刘帮扶" });
    const before = await countAll();
    await expect(checkOriginal(permit(helper, "cases.checkOriginal"), { attachmentId: id })).rejects.toThrow("核验过");
    await expect(checkOriginal(permit(stranger, "cases.checkOriginal"), { attachmentId: id })).rejects.toThrow(/404/);
    expect(await countAll()).toEqual(before);
  });
});

describe("taking out of use", () => {
  const drop = (who: Staff, id: string) =>
    voidAttachment(permit(who, "cases.voidAttachment"), { attachmentId: id, reason: "传错了人" });

  test("keeps the row and its reason; nobody opens the file any more", async () => {
    const id = await save(fileOf(aPdf));
    await drop(helper, id);
    expect(await db.attachment.findUniqueOrThrow({ where: { id } })).toMatchObject({ voidReason: "传错了人" });
    await expect(readAttachment(permit(helper, "cases.viewAttachments"), id)).rejects.toThrow(/404/);
    await expect(drop(helper, id)).rejects.toThrow(/404/);
  });
  test("is refused for a stranger and for a signature on which a gift rests", async () => {
    const { id: signOffId } = await transact((tx) =>
      grant(tx, permit(helper, "cases.grant"), {
        personId: cast.worker.personId,
        programme: "hardship",
        kind: "GOODS",
        what: "米面油",
        quantity: 1,
        amountFen: 0,
        grantedOn: monday,
      }),
    );
    const drawn = `data:image/png;base64,${(await picture().png().toBuffer()).toString("base64")}`;
    const form = SignForm.parse({ signOffId, receivedBy: "王建国", mode: "SIGNATURE", drawn, signedOn: monday });
    await recordSigning(permit(cast.firstLiaison, "cases.signOff"), form);
    const signature = await db.attachment.findFirstOrThrow({ where: { owner: "sign_off", ownerId: signOffId } });
    expect((await db.signOff.findUniqueOrThrow({ where: { id: signOffId } })).signatureId).toBe(signature.id);
    const before = await countAll();
    await expect(drop(helper, signature.id)).rejects.toThrow("签收凭据");
    await expect(drop(stranger, signature.id)).rejects.toThrow(/404/);
    expect(await countAll()).toEqual(before);
  });
});

describe("a signature as the form sends it", () => {
  const cash = () =>
    transact((tx) =>
      grant(tx, permit(helper, "cases.grant"), {
        personId: cast.worker.personId,
        programme: "hardship",
        kind: "MONEY",
        what: "慰问金",
        quantity: 1,
        amountFen: 30_000,
        grantedOn: monday,
      }),
    );
  const sign = (given: Record<string, unknown>) =>
    recordSigning(
      permit(helper, "cases.signOff"),
      SignForm.parse({ receivedBy: "王建国", mode: "FINGERPRINT", signedOn: monday, ...given }),
    );

  test("a scan of the paper and two 工号 sign for cash", async () => {
    const { id } = await cash();
    const file = fileOf(await picture().jpeg().toBuffer());
    const givers = { firstGiver: helper.loginName, secondGiver: cast.firstLiaison.loginName };
    await sign({ signOffId: id, file, ...givers });
    expect(await db.signOff.findUniqueOrThrow({ where: { id } })).toMatchObject({ mode: "FINGERPRINT" });
  });
  test("is refused with the field it is about, and the picture is gone with it", async () => {
    const { id } = await cash();
    const file = fileOf(await picture().jpeg().toBuffer());
    const before = { counts: await countAll(), kept: filesKept() };
    const first = { signOffId: id, firstGiver: helper.loginName };
    await expect(sign({ ...first, file })).rejects.toMatchObject({ field: "secondGiver" });
    await expect(sign({ ...first, secondGiver: "99999", file })).rejects.toThrow("没有工号 99999");
    await expect(sign({ ...first, secondGiver: cast.firstLiaison.loginName })).rejects.toMatchObject({ field: "file" });
    expect({ counts: await countAll(), kept: filesKept() }).toEqual(before);
  });
});
