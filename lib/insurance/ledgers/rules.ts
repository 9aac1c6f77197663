import { sumTotals, type UnitTotals } from "@/lib/insurance/figures/rules";
import type { LedgerFilter } from "@/lib/insurance/ledgers/schema";
import { codeOf, isIncrease } from "@/lib/insurance/changes/rules";
import type { Contribution } from "@/lib/insurance/rules";
import { clampWords } from "@/lib/insurance/words";
import type { CivilMonth } from "@/lib/dates";
import type { Ledger } from "@/lib/ledger";
import type { BaseClamp, ChangeCode, InsuranceScheme } from "@/prisma/generated/enums";

/** 参保率 in per cent with two decimals; nobody who ought to be insured: a dash. */
export function rateText(full: number, owed: number): string {
  return owed === 0 ? "—" : `${(Math.round((full * 10_000) / owed) / 100).toFixed(2)}%`;
}

/** ① 社会保险参保情况统计表 */
export const coverageLedger: Ledger<UnitTotals> = {
  title: "社会保险参保情况统计表",
  columns: [
    { label: "单位", of: (row) => row.unit, isLink: true },
    { label: "在册人数", kind: "number", of: (row) => row.roster, isSummed: true },
    { label: "应参保人数", kind: "number", of: (row) => row.owed, isSummed: true },
    { label: "养老", kind: "number", of: (row) => row.pension, isSummed: true },
    { label: "医疗", kind: "number", of: (row) => row.medical, isSummed: true },
    { label: "失业", kind: "number", of: (row) => row.unemployment, isSummed: true },
    { label: "工伤", kind: "number", of: (row) => row.injury, isSummed: true },
    { label: "生育", kind: "number", of: (row) => row.maternity, isSummed: true },
    { label: "五险齐全", kind: "number", of: (row) => row.full, isSummed: true },
    {
      label: "参保率",
      of: (row) => rateText(row.full, row.owed),
      ofAll: (rows) => {
        const { full, owed } = sumTotals(rows);
        return rateText(full, owed);
      },
    },
  ],
  note: () => null,
};

/** ② 参保缺口分析表 */
export const gapLedger: Ledger<UnitTotals> = {
  title: "参保缺口分析表",
  columns: [
    { label: "单位", of: (row) => row.unit, isLink: true },
    { label: "应参保", kind: "number", of: (row) => row.owed, isSummed: true },
    { label: "已参保", kind: "number", of: (row) => row.full, isSummed: true },
    { label: "缺口", kind: "number", of: (row) => row.gap, isSummed: true },
    { label: "30日内新入职", kind: "number", of: (row) => row.fresh, isSummed: true },
    { label: "资料不全", kind: "number", of: (row) => row.PAPERS, isSummed: true },
    { label: "原籍未停保", kind: "number", of: (row) => row.ORIGIN, isSummed: true },
    { label: "居民险", kind: "number", of: (row) => row.RESIDENT, isSummed: true },
    { label: "本人不愿", kind: "number", of: (row) => row.UNWILLING, isSummed: true },
    { label: "派遣未办", kind: "number", of: (row) => row.AGENCY, isSummed: true },
    { label: "预计解决时间", of: (row) => row.expectedOn, isPaperOnly: true },
    { label: "责任人", of: (row) => row.owners, isPaperOnly: true },
  ],
  note: ({ OVER_AGE, OTHER, noReason }) =>
    [OVER_AGE > 0 && `超龄 ${OVER_AGE}`, OTHER > 0 && `其他 ${OTHER}`, noReason > 0 && `原因未登记 ${noReason}`]
      .filter(Boolean)
      .join("，") || null,
};

export type FormLine = {
  caseId: string;
  name: string;
  /** in clear on the paper that goes to the insurance office, masked on the screen */
  idNo: string;
  hukou: string;
  code: ChangeCode;
  baseFen: number | null;
  month: CivilMonth;
  receiptNo: string | null;
  stage: string;
};

/** ③ 社会保险参保人员增减变动情况表, as the insurance office wants it: increases first. */
export const formLedger: Ledger<FormLine> = {
  title: "社会保险参保人员增减变动情况表",
  columns: [
    { label: "姓名", of: (row) => row.name, isLink: true },
    { label: "公民身份号码", of: (row) => row.idNo, width: "wide" },
    { label: "户口性质", of: (row) => row.hukou },
    { label: "参保类型／停保原因", of: (row) => `${isIncrease(row.code) ? "增" : "减"} ${codeOf(row.code)}` },
    { label: "月缴费基数（元）", kind: "money", of: (row) => row.baseFen },
    { label: "变动时间", of: (row) => row.month },
  ],
  note: (row) => (row.receiptNo ? `受理号 ${row.receiptNo}` : row.stage),
};

export type BaseLine = {
  id: string;
  name: string;
  staffNo: string;
  wageFen: number;
  baseFen: number;
  clamp: BaseClamp;
  pinyin: string;
};

/** ④ 缴费基数申报表: the wage beside what is declared, and what held it. */
export const baseLedger: Ledger<BaseLine> = {
  title: "缴费基数申报表",
  columns: [
    { label: "姓名", of: (row) => row.name, isLink: true },
    { label: "工号", of: (row) => row.staffNo },
    { label: "上年工资总额（元）", kind: "money", of: (row) => row.wageFen * 12 },
    { label: "月平均（元）", kind: "money", of: (row) => row.wageFen },
    { label: "申报基数（元）", kind: "money", of: (row) => row.baseFen, isSummed: true },
    { label: "触底／封顶", of: (row) => clampWords[row.clamp] },
  ],
  note: () => null,
};

export type PaymentLine = {
  id: string;
  name: string;
  staffNo: string;
  baseFen: number;
  shares: Contribution[];
  pinyin: string;
};

const shareIn = (scheme: InsuranceScheme, part: "unitFen" | "personFen") => (row: PaymentLine) =>
  row.shares.find((one) => one.scheme === scheme)?.[part] ?? 0;
const totalOf = (part: "unitFen" | "personFen") => (row: PaymentLine) =>
  row.shares.reduce((sum, one) => sum + one[part], 0);
const paid = (label: string, of: (row: PaymentLine) => number, isPaperOnly = true) =>
  ({ label, kind: "money", of, isSummed: true, isPaperOnly }) as const;

/** ⑤ 月度缴费明细表: what the unit pays and what is kept back, per scheme. */
export const paymentLedger: Ledger<PaymentLine> = {
  title: "月度缴费明细表",
  columns: [
    { label: "姓名", of: (row) => row.name, isLink: true },
    { label: "工号", of: (row) => row.staffNo },
    { label: "缴费基数（元）", kind: "money", of: (row) => row.baseFen },
    paid("养老单位", shareIn("PENSION", "unitFen")),
    paid("养老个人", shareIn("PENSION", "personFen")),
    paid("医疗单位", shareIn("MEDICAL", "unitFen")),
    paid("医疗个人", shareIn("MEDICAL", "personFen")),
    paid("失业单位", shareIn("UNEMPLOYMENT", "unitFen")),
    paid("失业个人", shareIn("UNEMPLOYMENT", "personFen")),
    paid("工伤单位", shareIn("INJURY", "unitFen")),
    paid("生育单位", shareIn("MATERNITY", "unitFen")),
    paid("单位合计（元）", totalOf("unitFen"), false),
    paid("个人代扣（元）", totalOf("personFen"), false),
    paid("合计（元）", (row) => totalOf("unitFen")(row) + totalOf("personFen")(row), false),
  ],
  note: () => null,
};

export const ledgerNames: Readonly<Record<LedgerFilter["no"], string>> = {
  1: coverageLedger.title,
  2: gapLedger.title,
  3: formLedger.title,
  4: baseLedger.title,
  5: paymentLedger.title,
};

/** Address of a ledger, its print or its file. */
export function ledgerHref(page: string, filter: Partial<LedgerFilter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const text = query.toString();

  return text ? `${page}?${text}` : page;
}
