import { AppLink } from "@/components/ui/app-link";
import type { GridDay, GridMonth } from "@/lib/calendar/years/queries";
import { formatDate, formatMonth, weekdayOf, type CivilDate } from "@/lib/dates";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];
/** Beside the colour every special day has a letter: 休 off, 班 worked on a weekend, 接 reception day, 拟 one to come. */
const looks = {
  work: { letter: "", spoken: "上班", look: "" },
  weekend: { letter: "", spoken: "休息", look: "text-ink-3" },
  off: { letter: "休", spoken: "放假", look: "bg-late-wash text-late" },
  makeUp: { letter: "班", spoken: "调休上班", look: "bg-warn-wash text-warn" },
} as const;
const reception = { letter: "接", spoken: "职工接待日", look: "bg-ok-wash font-bold text-ok" } as const;
const proposed = { letter: "拟", spoken: "接待日（还没有发布）", look: "text-ok" } as const;

/**
 * One month as a sheet of weeks, Monday first; every day is a link to its page.
 * @param props.proposal where the month's reception day would be, as long as none is published
 */
export function MonthGrid(props: { month: GridMonth; today: CivilDate; proposal: CivilDate | undefined }) {
  const { month, today, proposal } = props;
  return (
    <section className="keep rounded-sheet border border-line bg-surface px-3 py-3">
      <div className="mb-1 flex items-baseline justify-between gap-x-3">
        <h2 className="text-head">{formatMonth(month.month)}</h2>
        <p className="text-note text-ink-3 num">{month.workingDays}个工作日</p>
      </div>
      <table className="w-full table-fixed border-collapse text-center num">
        <caption className="sr-only">{formatMonth(month.month)}</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className="text-note font-normal text-ink-3">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month.days).map((week) => (
            <tr key={week.find((day) => day)?.date}>
              {week.map((day, place) => (
                <td key={day?.date ?? place} className="p-px align-top">
                  {day && <Day day={day} isToday={day.date === today} isProposed={day.date === proposal} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ day, isToday, isProposed }: { day: GridDay; isToday: boolean; isProposed: boolean }) {
  const { letter, spoken, look } = day.reception ? reception : isProposed ? proposed : looks[day.mark];
  const words = [formatDate(day.date), spoken, day.name, isToday ? "今天" : ""].filter(Boolean).join("，");
  return (
    <AppLink
      href={`/calendar/days/${day.date}`}
      title={day.name}
      className={`block rounded-tag border py-px no-underline hover:border-line-strong ${isToday ? "border-signal" : "border-transparent"} ${look || "text-ink"}`}
    >
      {Number(day.date.slice(8))}
      <span className="block min-h-[1rem] text-note">{letter}</span>
      <span className="sr-only">{words}</span>
    </AppLink>
  );
}

/** Rows of seven, with gaps before the first and after the last day. */
function weeksOf(days: GridDay[]): (GridDay | undefined)[][] {
  const first = days[0];
  const lead = first ? (weekdayOf(first.date) + 6) % 7 : 0;
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => cells[week * 7 + place]),
  );
}

/** What the letters mean. */
export function Legend() {
  const marks = [looks.off, looks.makeUp, reception, proposed];
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-note text-ink-2" aria-label="图例">
      {marks.map(({ letter, spoken, look }) => (
        <li key={letter} className="flex items-center gap-2">
          <span aria-hidden="true" className={`rounded-tag px-2 ${look}`}>
            {letter}
          </span>
          {spoken}
        </li>
      ))}
    </ul>
  );
}
