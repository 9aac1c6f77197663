import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/(staff)/attachments/[id]/route";
import { saveAttachment } from "@/lib/cases/attachments/commands";
import { newId } from "@/lib/id";
import { readUpload } from "@/lib/uploads";
import { db } from "@/prisma/client";
import { anActor, officer, units, type Staff } from "../../people/bureau";
import { openBureau, permit, type Cast } from "../bureau";

const door = vi.hoisted((): { permit: unknown } => ({ permit: undefined }));
vi.mock("@/lib/auth/gate", () => ({
  authorise: async () => door.permit,
}));

let cast: Cast;
let helper: Staff;
beforeEach(async () => {
  cast = await openBureau();
  helper = await anActor("刘帮扶", [officer("hardship")]);
  door.permit = permit(helper, "cases.viewAttachments");
});

const aPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const fileOf = (bytes: Uint8Array | string, name: string) =>
  new File([typeof bytes === "string" ? Buffer.from(bytes, "latin1") : new Uint8Array(bytes)], name);
const save = (file: File) =>
  saveAttachment(permit(helper, "cases.attach"), {
    owner: "hardship_file",
    ownerId: newId(),
    programme: "hardship",
    personId: cast.worker.personId,
    unitId: units.firstTeam,
    kind: "INCOME_PROOF",
    file,
  });
const download = (id: string) =>
  GET(new Request(`http://localhost:3000/attachments/${id}`), { params: Promise.resolve({ id }) });

describe("a PDF that was handed in", () => {
  test("is saved and not shown, runs nothing, and is kept by no cache, whatever its name says", async () => {
    const answer = await download(await save(fileOf(aPdf, '工资"流水\r\nX-Evil: 1.html')));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="file\.pdf"; filename\*=UTF-8''[%\w.-]+\.pdf$/,
    );
    expect(answer.headers.get("x-evil")).toBeNull();
    expect(await answer.text()).toBe(aPdf);
  });

  test("is not found under an address that is none, and for whom it is not", async () => {
    await expect(download("../../secrets")).rejects.toThrow(/404/);
    const id = await save(fileOf(aPdf, "a.pdf"));
    door.permit = permit(await anActor("李社保", [officer("insurance")]), "cases.viewAttachments");
    await expect(download(id)).rejects.toThrow(/404/);
    expect(await db.auditEvent.count({ where: { verb: "cases.viewAttachments" } })).toBe(0);
  });

  test.each(["/J#61vaScript", "/#4a#53", "/Embedded#46ile", "/XFA"])(
    "with %s is refused however it is spelt",
    async (word) => {
      const given = fileOf(aPdf.replace("/Catalog", `/Catalog${word} 2 0 R`), "a.pdf");
      await expect(readUpload(given)).rejects.toThrow("脚本或夹带文件");
    },
  );
});

describe("a picture that unpacks to very much", () => {
  const grey = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#888" }, limitInputPixels: false })
      .png({ compressionLevel: 9 })
      .toBuffer();

  test("of 51 megapixels in a small file is refused before it is unpacked", async () => {
    const bomb = await grey(8_500, 6_000);
    expect(bomb.length).toBeLessThan(500_000);
    const started = performance.now();
    await expect(readUpload(fileOf(bomb, "bomb.png"))).rejects.toThrow("打不开或者太大");
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test(
    "of 49 megapixels is made smaller within the time, four at once one after the other",
    { timeout: 60_000 },
    async () => {
      const large = await grey(7_000, 7_000);
      let most = 0;
      const watch = setInterval(() => (most = Math.max(most, sharp.counters().process)), 5);
      const done = await Promise.all(Array.from({ length: 4 }, () => readUpload(fileOf(large, "a.png"))));
      clearInterval(watch);
      expect(most).toBe(1);
      for (const { bytes } of done) expect((await sharp(bytes).metadata()).width).toBe(3_000);
    },
  );

  test("with a hundred frames is one picture", async () => {
    const frames = await sharp({
      create: { width: 20, height: 20 * 100, channels: 3, background: "#123", pageHeight: 20 },
    })
      .webp({ loop: 0 })
      .toBuffer();
    const { bytes } = await readUpload(fileOf(frames, "many.webp"));
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
  });
});
