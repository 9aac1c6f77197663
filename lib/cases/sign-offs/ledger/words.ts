import type { SignOffLine } from "@/lib/cases/sign-offs/ledger/rules";
import { signModeWords } from "@/lib/cases/sign-offs/words";
import type { Ledger, LedgerColumn } from "@/lib/ledger";
import { programmeWord } from "@/lib/programmes";

const name: LedgerColumn<SignOffLine> = { label: "姓名", of: (row) => row.name, isLink: true };
const unit: LedgerColumn<SignOffLine> = { label: "单位", of: (row) => row.unit };
const amount: LedgerColumn<SignOffLine> = {
  label: "金额（元）",
  kind: "money",
  of: (row) => (row.kind === "MONEY" ? row.amountFen : null),
  isSummed: true,
};
const what: LedgerColumn<SignOffLine> = {
  label: "发放内容",
  of: (row) => (Math.abs(row.quantity) > 1 ? `${row.what} ×${row.quantity}` : row.what),
};

/** 发放签领台账, in the order of the paper one. */
export const signOffLedger: Ledger<SignOffLine> = {
  title: "发放签领台账",
  columns: [
    name,
    unit,
    { label: "服务项目", of: (row) => programmeWord(row.programme) },
    what,
    amount,
    { label: "批准日期", of: (row) => row.grantedOn },
    { label: "签领", of: (row) => signedWords(row) },
  ],
  note: (row) => remarks(row),
};

/** 签领表: who is to receive what, with room for a signature or a thumb print. */
export const signingLedger: Ledger<SignOffLine> = {
  title: "发放签领表",
  columns: [
    { ...name, isLink: false },
    { label: "工号", of: (row) => row.staffNo },
    unit,
    what,
    amount,
    { label: "领取人签字（按手印）", kind: "sign", of: () => "" },
    { label: "与本人关系", kind: "sign", of: () => "" },
    { label: "日期", kind: "sign", of: () => "" },
  ],
  note: () => "",
};

function signedWords(row: SignOffLine): string {
  if (row.state === "waiting") return "未签领";
  if (row.state === "reversal") return "冲正";
  if (row.signedOn === null) return "未签领";

  return [row.signedOn, row.receivedBy, row.mode && signModeWords[row.mode]].filter(Boolean).join(" ");
}

function remarks(row: SignOffLine): string {
  const parts = [
    row.relation && `代领（${row.relation}）`,
    row.isBusyProxy && "一人代领多份，请核对",
    row.state === "reversed" && "已冲正",
    row.reason && `冲正原因：${row.reason}`,
    row.voucherNo && `凭证 ${row.voucherNo}`,
  ];

  return parts.filter(Boolean).join("；");
}
