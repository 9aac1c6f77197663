import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "../setup/browser";
import { linesOf, readPdf, type PdfPage } from "../setup/pdf";

/** What the printer gets: the pages of the PDF itself, with every text and its place in millimetres. */
async function printed(page: Page): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

// A glyph that a character shares with a radical comes back as the radical (⽇ for 日); these NFKC leaves alone or makes old.
const radicals: Readonly<Record<string, string>> = {
  "⻅": "见",
  "⻚": "页",
  "⻓": "长",
  "⻢": "马",
  "⺠": "民",
  戶: "户",
};
const plain = (text: string) => text.normalize("NFKC").replace(/./gu, (letter) => radicals[letter] ?? letter);
const said = (page: PdfPage) => linesOf(page).map(({ text, ...place }) => ({ ...place, text: plain(text) }));
const sizeOf = ({ width, height }: PdfPage) => [Math.round(width), Math.round(height)];
/** A printer cuts off what stands nearer than this to the edge of the paper. */
const margin = 9;

function expectInside(pages: readonly PdfPage[]): void {
  // One look for thousands of texts: each single one would cost the test runner its time.
  const outside = pages.flatMap(({ texts, width, height }) =>
    texts.filter(
      ({ text, x, y }) => text.trim() !== "" && (x < margin || x > width - margin || y < margin || y > height - margin),
    ),
  );
  expect(outside).toEqual([]);
}

const rowNumber = (text: string) => /^(\d{1,3})(?=[\u4e00-\u9fff])/.exec(text)?.[1];

test("the ledger: A4 landscape, the head on every page, twenty rows a page, who printed it at the end", async ({
  as,
}) => {
  const officer = await as("2003");
  await officer.goto("/sign-offs/print?programme=hardship&year=2026&state=signed");
  const rows = await officer.locator("tbody tr").count();
  expect(rows).toBeGreaterThan(100);
  const pages = await printed(officer);
  expect(pages).toHaveLength(Math.ceil(rows / 20));
  expectInside(pages);
  for (const [at, page] of pages.entries()) {
    const lines = said(page);
    expect(sizeOf(page)).toEqual([297, 210]);
    const head = lines.findIndex(({ text }) => text.startsWith("序号姓名单位"));
    expect(head, `head of page ${at + 1}`).toBe(at === 0 ? 3 : 0);
    const numbers = lines.flatMap(({ text }) => rowNumber(text) ?? []).map(Number);
    const from = at * 20 + 1;
    expect(numbers).toEqual(Array.from({ length: Math.min(20, rows - at * 20) }, (_, row) => from + row));
  }
  expect(said(pages[0] as PdfPage)[0]?.text).toBe("发放签领台账");
  const end = said(pages.at(-1) as PdfPage).map(({ text }) => text);
  expect(end.findIndex((text) => text.startsWith("合计"))).toBeGreaterThan(0);
  expect(end.findIndex((text) => text.startsWith("金额(大写)"))).toBeGreaterThan(0);
  expect(end.at(-1)).toMatch(/打印时间 \d{4}-\d\d-\d\d \d\d:\d\d 打印人 \S+/);
});

test("the sheet to sign: twenty rows with their head, total and foot fill one page and no second one", async ({
  as,
}) => {
  const officer = await as("2003");
  await officer.goto("/sign-offs/sheet?programme=hardship");
  // The demonstration has nothing left to sign; the page's own total row stands in for full rows, three pages of them.
  await officer.evaluate(() => {
    const sheet = document.querySelector("article");
    const table = sheet?.querySelector("tbody");
    const total = sheet?.querySelector("tfoot tr");
    if (!sheet || !table || !total) throw new Error("no sheet");
    const [, name, number, unit, what, money] = ["", "诸葛素荣", "50123", "环卫一所", "春节慰问金", "500.00"];
    const texts = [name, number, unit, what, money];
    table.replaceChildren(
      ...Array.from({ length: 20 }, (_, at) => {
        const row = total.cloneNode(true) as HTMLElement;
        [...row.children].forEach(
          (cell, place) => (cell.textContent = place === 0 ? String(at + 1) : (texts[place - 1] ?? "")),
        );
        return row;
      }),
    );
    sheet.after(sheet.cloneNode(true), sheet.cloneNode(true));
  });
  const pages = await printed(officer);
  expect(pages).toHaveLength(3);
  expectInside(pages);
  for (const page of pages) {
    const lines = said(page);
    expect(sizeOf(page)).toEqual([297, 210]);
    expect(lines[0]?.text).toBe("发放签领表");
    expect(lines.filter(({ text }) => rowNumber(text))).toHaveLength(20);
    expect(lines.map(({ text }) => text).join()).toMatch(/本页.*总计.*单位负责人:.*发放人\(两人\):/);
    // Room for a signature: the rows stand at least 6 mm apart.
    const places = lines.filter(({ text }) => rowNumber(text)).map(({ y }) => y);
    expect(((places.at(-1) ?? 0) - (places[0] ?? 0)) / 19).toBeGreaterThan(6);
  }
});

test("the notice for the wall: one page of A4 or of A3, larger than the form, masked names only", async ({ as }) => {
  const officer = await as("2003");
  await officer.goto("/notices");
  await officer
    .getByRole("link", { name: /困难职工建档公示/ })
    .first()
    .click();
  await officer.waitForURL(/\/notices\/[0-9a-f-]+$/);
  const poster = `${new URL(officer.url()).pathname}/poster`;
  for (const [query, size] of [
    ["", [210, 297]],
    ["?paper=a3", [297, 420]],
  ] as const) {
    await officer.goto(poster + query);
    const pages = await printed(officer);
    expect(pages.map(sizeOf)).toEqual([size]);
    expectInside(pages);
    const [page] = pages;
    const words = page ? said(page).map(({ text }) => text) : [];
    expect(words[0]).toContain("困难职工建档公示");
    expect(words.join("")).toMatch(/[\u4e00-\u9fff]\*/);
    expect(words.join("")).toMatch(/有意见怎么提/);
    expect(words.join("")).not.toMatch(/\d{11}|大病|残疾|收入/);
  }
});

/** Cells of 3 mm, each as dark as the ink in it: where title, lines and boxes are, whatever the letters look like. */
async function inkOf(page: Page): Promise<{ picture: Buffer; cells: Buffer }> {
  await page.emulateMedia({ media: "print" });
  // The paper within its margins: 180 mm at 96 dots an inch.
  await page.setViewportSize({ width: 680, height: 1_009 });
  const shot = sharp(await page.locator("article").screenshot());
  const grid = shot.greyscale().resize({ width: 60, height: 89, fit: "fill", kernel: "cubic" }).normalise();

  return { picture: await grid.clone().png().toBuffer(), cells: await grid.clone().raw().toBuffer() };
}

test("the union's form: one page, its three opinions below each other, its ink where the paper form has it", async ({
  as,
}) => {
  const officer = await as("2003");
  await officer.goto("/hardship?tab=onFile");
  const href = await officer
    .getByRole("table", { name: "困难职工档案" })
    .getByRole("link")
    .first()
    .getAttribute("href");
  await officer.goto(`${href ?? ""}/form`);
  const pages = await printed(officer);
  expect(pages.map(sizeOf)).toEqual([[210, 297]]);
  expectInside(pages);
  const lines = pages[0] ? said(pages[0]) : [];
  const yOf = (start: string) => lines.find(({ text }) => text.startsWith(start))?.y ?? NaN;
  expect(lines[0]).toMatchObject({ text: "困难职工档案表" });
  const places = ["填报单位", "家庭成员", "基层工会意见", "系统工会意见", "公示结果和审", "建档人", "编号"].map(yOf);
  expect(places.filter(Number.isNaN)).toEqual([]);
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(lines.at(-1)?.text).toMatch(/^编号 KN-\d{4}-\d{4} 打印时间/);

  const whole = await inkOf(officer);
  expect(whole.picture).toMatchSnapshot("form.png", { threshold: 0.3, maxDiffPixelRatio: 0.06 });
  // The comparison sees what it is there for: a form without its opinions is another one.
  await officer.evaluate(() => document.querySelector("article .opinion")?.closest("table")?.remove());
  const spoiled = await inkOf(officer);
  const differing = whole.cells.filter((ink, at) => Math.abs(ink - (spoiled.cells[at] ?? 0)) > 77).length;
  expect(differing / whole.cells.length).toBeGreaterThan(0.06);
});
