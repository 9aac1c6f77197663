import { DataTable, Sub } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import type { Calendar } from "@/lib/calendar/rules";
import { formatDate, formatMonth, type CivilMonth } from "@/lib/dates";
import { parameters } from "@/lib/parameters/rules";
import { receptionDate, type ShiftPolicy } from "@/lib/reception/days/rules";

type ShiftPreviewProps = { months: CivilMonth[]; calendar: Calendar; policy: ShiftPolicy };

const policies = parameters["reception.shiftPolicy"].options;

/** What each of the three policies makes of the months ahead; where the first Friday is worked, all of them agree. */
export function ShiftPreview({ months, calendar, policy }: ShiftPreviewProps) {
  const codes = Object.keys(policies) as ShiftPolicy[];
  const rows = months.map((month) => ({
    month,
    dates: new Map(codes.map((code) => [code, receptionDate(month, code, calendar)])),
  }));
  return (
    <DataTable
      caption="今后12个月的接待日"
      rows={rows}
      rowId={({ month }) => month}
      columns={[
        { label: "月份", nowrap: true, cell: ({ month }) => formatMonth(month) },
        ...codes.map((code) => ({
          label: code === policy ? `${policies[code]}（现行）` : policies[code],
          cell: ({ dates }: (typeof rows)[number]) => <Outcome date={dates.get(code)} isStrong={code === policy} />,
        })),
      ]}
    />
  );
}

function Outcome({ date, isStrong }: { date: ReturnType<typeof receptionDate> | undefined; isStrong: boolean }) {
  if (!date) return null;
  return (
    <>
      <span className={isStrong ? "font-bold" : undefined}>{formatDate(date.actual)}</span>{" "}
      {date.provisional && <Tag tone="warn">暂定</Tag>}
      {date.reason && <Sub>{date.reason}</Sub>}
    </>
  );
}
