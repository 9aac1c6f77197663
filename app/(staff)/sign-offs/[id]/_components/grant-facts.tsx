import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { SignOffView } from "@/lib/cases/sign-offs/view/queries";
import { signModeWords } from "@/lib/cases/sign-offs/words";
import { formatDate } from "@/lib/dates";
import { inCapitals, yuan } from "@/lib/money";
import { programmeWord } from "@/lib/programmes";

/** What was granted to whom, and how it was received. */
export function GrantFacts({ row }: { row: SignOffView }) {
  const isMoney = row.kind === "MONEY";
  const received = row.receivedBy !== null;
  const person = row.personId ? <TextLink href={`/people/${row.personId}`}>{row.name}</TextLink> : row.name;

  return (
    <Facts
      columns={2}
      items={[
        { label: "发给", value: person, sub: row.unit },
        {
          label: "内容",
          value: row.quantity === 1 ? row.what : `${row.what} ×${row.quantity}`,
          sub: programmeWord(row.programme),
        },
        isMoney ? { label: "金额", value: `¥${yuan(row.amountFen)}`, sub: inCapitals(row.amountFen) } : null,
        { label: "批准", value: formatDate(row.grantedOn), sub: row.grantedBy },
        received
          ? { label: "领取人", value: row.receivedBy, sub: row.relation ? `代领，${row.relation}` : "本人" }
          : null,
        received && row.mode
          ? {
              label: "签领方式",
              value: signModeWords[row.mode],
              sub: row.voucherNo ? `凭证 ${row.voucherNo}` : undefined,
            }
          : null,
        row.givers.length > 0 ? { label: "发放人", value: row.givers.join("、") } : null,
        received && row.signedOn
          ? { label: "签领日期", value: formatDate(row.signedOn), sub: `登记 ${row.recorded ?? ""}` }
          : null,
        row.reason ? { label: "冲正原因", value: row.reason } : null,
        row.reversesId
          ? { label: "冲正的是", value: <TextLink href={`/sign-offs/${row.reversesId}`}>原来那条</TextLink> }
          : null,
        row.reversedById
          ? { label: "冲正", value: <TextLink href={`/sign-offs/${row.reversedById}`}>查看冲正</TextLink> }
          : null,
      ]}
    />
  );
}

/** What this household was granted in the year, over all programmes: what a cap is compared with. */
export function SumFacts({ row }: { row: SignOffView }) {
  return (
    <Facts
      items={[
        { label: "批准钱款", value: `¥${yuan(row.sums.granted)}`, sub: "各项目合计，签没签都算" },
        { label: "已经签领", value: `¥${yuan(row.sums.given)}` },
      ]}
    />
  );
}
