import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { Pager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { formatDay, formatMonth, type CivilDate } from "@/lib/dates";
import { dayWords } from "@/lib/reception/days/words";
import type { MonthLine } from "@/lib/reception/days/year/queries";
import type { DayState } from "@/prisma/generated/enums";

export const stateTones = {
  DRAFT: "neutral",
  OPEN: "info",
  RUNNING: "warn",
  HELD: "ok",
  FILED: "neutral",
  CANCELLED: "late",
} satisfies Record<DayState, Tone>;

type Props = { year: number; months: MonthLine[]; mayPlan: boolean; today: CivilDate };

/** Twelve months: what the rule proposes, what was made of it, and its figures as ways to their rows. */
export function YearTable({ year, months, mayPlan, today }: Props) {
  return (
    <DataTable<MonthLine>
      caption={`${year}年职工接待日`}
      rows={months}
      rowId={({ month }) => month}
      columns={[
        { label: "月份", nowrap: true, cell: (row) => <MonthCell row={row} /> },
        { label: "日期", cell: (row) => <DateCell row={row} /> },
        { label: "状态", nowrap: true, cell: (row) => <StateCell row={row} mayPlan={mayPlan} today={today} /> },
        { label: "接待领导", cell: ({ day }) => day?.leaders.join("、") || "—" },
        { label: "预约", align: "right", cell: ({ day }) => figure(day, day?.booked, "") },
        { label: "来访", align: "right", cell: ({ day }) => figure(day, day?.came, "/ledger") },
        { label: "事项", align: "right", cell: ({ day }) => figure(day, day?.matters, "/ledger") },
      ]}
      footer={
        <Pager
          total="每月第一个周五；放假按参数里的办法改期"
          previousHref={`/reception?year=${year - 1}`}
          nextHref={`/reception?year=${year + 1}`}
        />
      }
    />
  );
}

function MonthCell({ row }: { row: MonthLine }) {
  const word = formatMonth(row.month);
  return row.day ? <RowLink href={`/reception/${row.day.id}`}>{word}</RowLink> : <>{word}</>;
}

function DateCell({ row }: { row: MonthLine }) {
  return (
    <>
      {row.actualWords} {row.isProvisional && <Tag tone="warn">暂定</Tag>}
      {row.reason && <Sub>{row.reason}</Sub>}
      {!row.reason && row.planned !== row.actual && <Sub>原定{formatDay(row.planned)}</Sub>}
    </>
  );
}

function StateCell({ row, mayPlan, today }: { row: MonthLine; mayPlan: boolean; today: CivilDate }) {
  if (row.day) return <Tag tone={stateTones[row.day.state]}>{dayWords[row.day.state]}</Tag>;
  if (row.mergedInto) return <Tag>与{formatMonth(row.mergedInto)}合并</Tag>;
  if (row.actual < today) return <Tag>没有记录</Tag>;
  return mayPlan ? (
    <Button href={`/reception/new?month=${row.month}`} size="small">
      安排
    </Button>
  ) : (
    <Tag>还没有安排</Tag>
  );
}

function figure(day: MonthLine["day"], value: number | undefined, page: "" | "/ledger") {
  if (!day || value === undefined) return "—";
  return value === 0 ? "0" : <TextLink href={`/reception/${day.id}${page}`}>{String(value)}</TextLink>;
}
