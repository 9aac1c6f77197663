import type { CivilDate } from "@/lib/dates";
import type { Ledger } from "@/lib/ledger";
import { stageWords } from "@/lib/relief/table/words";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { eventWords } from "@/lib/relief/words";
import type { FundSource, ReliefEvent } from "@/prisma/generated/enums";

/** A line of 临时救助台账, on the screen, on paper and in Excel. */
export type ReliefLine = {
  caseId: string;
  number: string;
  reportedOn: CivilDate;
  unit: string;
  name: string;
  event: ReliefEvent;
  verifiers: string;
  askedFen: number;
  /** approved, or what was paid first while nothing is approved */
  grantedFen: number | null;
  approver: string;
  paidOn: CivilDate | null;
  signedOn: CivilDate | null;
  fund: FundSource | null;
  stage: string;
  status: string;
  dueOn: CivilDate | null;
  isLate: boolean;
  paidFirstFen: number;
  committeeNo: string | null;
  isOverCap: boolean;
  /** k4 … of the relief order, in words; only when that order was asked for */
  needWord: string | null;
  mayOpen: boolean;
};

/** 临时救助台账, in the order of the paper one (domain.md §6c). */
export const reliefLedger: Ledger<ReliefLine> = {
  title: "临时救助台账",
  columns: [
    { label: "编号", of: (row) => row.number, isLink: true },
    { label: "日期", of: (row) => row.reportedOn },
    { label: "单位", of: (row) => row.unit },
    { label: "姓名", of: (row) => row.name },
    { label: "事由", of: (row) => eventWords[row.event], width: "narrow" },
    { label: "核实人", of: (row) => row.verifiers },
    { label: "申请金额", kind: "money", of: (row) => row.askedFen, isSummed: true },
    { label: "批准金额", kind: "money", of: (row) => row.grantedFen, isSummed: true },
    { label: "审批人", of: (row) => row.approver },
    { label: "发放日期", of: (row) => row.paidOn },
    { label: "签收", of: (row) => signedWords(row) },
    { label: "资金来源", of: (row) => (row.fund ? fundWords[row.fund] : "") },
  ],
  note: (row) => [remarks(row), row.stage !== stageWords.ARCHIVED && row.stage].filter(Boolean).join("，"),
};

export function signedWords(row: Pick<ReliefLine, "signedOn" | "paidOn">): string {
  if (row.signedOn) return row.signedOn;

  return row.paidOn ? "待签收" : "";
}

/** What is out of the ordinary; the stage stands in its own column on the screen. */
export function remarks(row: ReliefLine): string {
  return [row.paidFirstFen > 0 && "先行发放", row.committeeNo && `党委会${row.committeeNo}`, row.isOverCap && "超限额"]
    .filter(Boolean)
    .join("，");
}
