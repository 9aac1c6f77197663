import ExcelJS from "exceljs";
import { checkCharacter } from "@/lib/people/rules";

export type SheetCell = string | number | Date | { formula: string; result?: string } | null;

/** An .xlsx file with these rows, as a clerk's program would save it. */
export async function sheetOf(rows: readonly (readonly SheetCell[])[], name = "职工名册"): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);

  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const head = [
  ...["工号*", "姓名*", "身份证号*", "单位*", "岗位*", "用工形式*", "派遣单位", "入职日期*", "户籍*", "户口性质*"],
  ...["手机号", "机主", "现住址", "变动日期", "确认不是同一人"],
];

const surnames = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"];

/** An ID number of the area that nobody has, valid, a different one for every `at`. */
export function idNoOf(at: number): string {
  const born = new Date(Date.UTC(1975, 0, 1) + (at % 5_000) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .replaceAll("-", "");
  const digits = `129900${born}${String((Math.floor(at / 5_000) * 2 + 1) % 1_000).padStart(3, "0")}`;

  return `${digits}${checkCharacter(digits)}`;
}

export function nameOf(at: number): string {
  const pick = (letters: string[], by: number) => letters[by % letters.length] ?? "";

  return `${pick(surnames, at)}${pick(given, Math.floor(at / 31))}${pick(given, Math.floor(at / 7))}`;
}

/** A right row for a person who is not on file. */
export function newRow(at: number): SheetCell[] {
  return [
    ...[`N${100_000 + at}`, nameOf(at), idNoOf(at), "环卫一所 清扫一班", "清扫工", "劳务派遣", "津洁劳务公司"],
    ...["2013.5.1", "外埠", "农村", `138${String(10_000_000 + at)}`, "本人", `某路${at}号`],
  ];
}
