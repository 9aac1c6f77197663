import { AppLink } from "@/components/ui/app-link";
import { Sheet, Table } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { addDays, formatDay, weekdayWord, type CivilDate } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { calendarDays, type CalendarCell, type CalendarRow } from "@/lib/dormitories/visits/calendar/queries";

type Filter = { tab: string; site: string | undefined };
type Props = {
  calendar: { nights: CivilDate[]; rows: CalendarRow[] };
  from: CivilDate;
  today: CivilDate;
  filter: Filter;
  mayBook: boolean;
};

/** Rooms down, nights across: who has which, and an empty night is booked with one click. */
export function NightTable({ calendar: { nights, rows }, from, today, filter, mayBook }: Props) {
  const at = (day: CivilDate) => hrefWith("/dormitories/visits", { ...filter, from: day });
  if (rows.length === 0) return <Empty title="没有探亲房">先在宿舍里登记一间用作探亲的房间。</Empty>;

  return (
    <section aria-label="房间和晚上" className="mb-5">
      <p className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{`${formatDay(from)} 起 ${calendarDays} 晚`}</span>
        <span className="flex gap-4">
          <TextLink href={at(addDays(from, -calendarDays))}>前两周</TextLink>
          <TextLink href={at(today)}>从今天起</TextLink>
          <TextLink href={at(addDays(from, calendarDays))}>后两周</TextLink>
        </span>
      </p>
      <Sheet label="探亲房日历">
        <Table caption="探亲房日历">
          <thead>
            <tr>
              <th
                scope="col"
                className="bg-tint px-3 py-2 text-left text-note font-medium whitespace-nowrap text-ink-2"
              >
                房间
              </th>
              {nights.map((night) => (
                <th
                  key={night}
                  scope="col"
                  className={`bg-tint px-1 py-2 text-center text-note font-medium whitespace-nowrap ${night === today ? "text-ink underline" : "text-ink-2"}`}
                >
                  <span className="num block">{`${Number(night.slice(5, 7))}-${night.slice(8)}`}</span>
                  <span className="block">{weekdayWord(night)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.roomId}>
                <th scope="row" className="border-t border-line px-3 py-2 text-left font-normal whitespace-nowrap">
                  {row.site}
                  <span className="block text-note text-ink-3">{row.room}</span>
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.night} className="border-t border-line p-[2px] text-center text-note">
                    <Cell cell={cell} row={row} mayBook={mayBook && cell.night >= today} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Sheet>
    </section>
  );
}

function Cell({ cell, row, mayBook }: { cell: CalendarCell; row: CalendarRow; mayBook: boolean }) {
  if (cell.kind === "shut") return <span className="block rounded bg-late-wash px-1 py-2 text-late">停用</span>;
  if (cell.kind === "taken")
    return (
      <AppLink
        href={`/dormitories/visits/${cell.bookingId}`}
        className={`block rounded px-1 py-2 whitespace-nowrap no-underline ${cell.state === "STAYING" ? "bg-ok-wash text-ok" : "bg-info-wash text-info"}`}
      >
        {cell.name}
      </AppLink>
    );
  if (!mayBook) return <span className="block px-1 py-2 text-ink-3">空</span>;
  const href = hrefWith("/dormitories/visits/new", { site: row.siteId, room: row.roomId, from: cell.night });

  return (
    <AppLink
      href={href}
      aria-label={`${row.site}${row.room} ${formatDay(cell.night)} 空着，点这里订`}
      className="block rounded border border-line px-1 py-2 text-ink-2 no-underline"
    >
      空
    </AppLink>
  );
}
