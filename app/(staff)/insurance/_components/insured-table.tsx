import type { ReactNode } from "react";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/lib/dates";
import type { InsuredLine } from "@/lib/insurance/list/queries";
import type { PeopleFilter } from "@/lib/insurance/list/schema";
import { nextSteps, reasonWords, schemeWords } from "@/lib/insurance/words";
import { employmentWords } from "@/lib/people/words";
import { stageWord } from "@/lib/stages";

type Props = { rows: InsuredLine[]; tab: PeopleFilter["tab"]; empty: ReactNode; footer: ReactNode };

/** The list of a tab: a gap says why, who sees to it, what comes next and by when. */
export function InsuredTable({ rows, tab, empty, footer }: Props) {
  const isGap = tab === "gap" || tab === "fresh";
  const person = {
    label: "职工",
    cell: (row: InsuredLine) => (
      <RowLink href={`/insurance/people/${row.id}`} sub={`${row.unit} · ${row.staffNo}`}>
        {row.name}
      </RowLink>
    ),
  };
  const schemes = {
    label: isGap ? "缺哪几险" : "在保险种",
    cell: (row: InsuredLine) => (isGap ? row.missing : row.has).map((scheme) => schemeWords[scheme]).join("、") || "—",
  };
  const kind = { label: "用工形式", nowrap: true, cell: (row: InsuredLine) => employmentWords[row.employmentType] };

  return (
    <DataTable
      caption="参保名单"
      rows={rows}
      rowId={({ id }) => id}
      columns={
        isGap
          ? [person, { label: "入职", nowrap: true, cell: hired }, schemes, ...gapColumns]
          : tab === "extend"
            ? [person, kind, ...pensionColumns]
            : [person, kind, schemes, { label: "入职", nowrap: true, cell: hired }]
      }
      empty={empty}
      footer={footer}
    />
  );
}

function hired(row: InsuredLine) {
  if (row.hiredOn === null) return "未登记";
  if (row.clock.state === "TODAY") return <Due tone="warn">今日到期</Due>;
  if (row.clock.state === "NEW") return <Due tone="calm">{`第 ${row.clock.day} 天`}</Due>;

  return row.hiredOn;
}

const gapColumns = [
  {
    label: "原因",
    cell: (row: InsuredLine) => (
      <>
        {row.reason ? reasonWords[row.reason] : <Tag tone="warn">原因未登记</Tag>}
        {row.hasWaiver && <Sub>交过放弃声明，仍要参保</Sub>}
      </>
    ),
  },
  {
    label: "下一步",
    cell: (row: InsuredLine) => (
      <>
        {row.form
          ? `增员表${stageWord("insurance", row.form.stage)}`
          : row.reason
            ? nextSteps[row.reason]
            : "查明原因，登记责任人"}
        {!row.form && (
          <Sub>
            <TextLink href={`/insurance/changes/new?person=${row.id}`}>
              填增员表<span className="sr-only">{`：${row.name}`}</span>
            </TextLink>
          </Sub>
        )}
        {row.reason === "UNWILLING" && <Sub>{row.lastTalkOn ? `上次宣讲 ${row.lastTalkOn}` : "还没有宣讲记录"}</Sub>}
      </>
    ),
  },
  { label: "责任人", nowrap: true, cell: (row: InsuredLine) => row.owner ?? "未指定" },
  {
    label: "预计解决",
    nowrap: true,
    cell: (row: InsuredLine) =>
      row.expectedOn ? <Due tone={row.isLate ? "late" : "calm"}>{formatDate(row.expectedOn)}</Due> : "—",
  },
];

const pensionColumns = [
  { label: "到退休年龄", nowrap: true, cell: ({ pension }: InsuredLine) => pension.retires ?? "—" },
  { label: "养老已缴", nowrap: true, cell: ({ pension }: InsuredLine) => `${pension.paid} 个月` },
  { label: "还差", nowrap: true, cell: ({ pension }: InsuredLine) => `${pension.lacking} 个月` },
  { label: "下一步", cell: () => "问清别处缴过没有，先办转移接续；还不够的，到龄后申请延长缴费" },
];
