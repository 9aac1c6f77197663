import { Card } from "@/components/ui/card";
import { Due } from "@/components/ui/due";
import { TextLink } from "@/components/ui/text-link";
import type { CaseList } from "@/lib/cases/list/queries";
import type { OwnDay } from "@/lib/dashboard/queries";
import { formatDay } from "@/lib/dates";
import type { WaitingLetter } from "@/lib/schooling/letters/waiting/queries";

const shown = 6;

type TodayProps = { list: CaseList; letters: readonly WaitingLetter[]; day: OwnDay | null; daysAhead: number };

/** What needs this person today, before any figure. */
export function Today({ list, letters, day, daysAhead }: TodayProps) {
  const isEmpty = list.rows.length === 0 && letters.length === 0 && !day;

  return (
    <Card
      title="今天要您处理"
      tone="next"
      aside={list.rows.length > 0 && <TextLink href="/inbox">{`全部 ${list.total} 件`}</TextLink>}
    >
      {isEmpty && <p className="text-ink-2">今天没有要您处理的事。</p>}
      <ul>
        {day && (
          <Line href={`/reception/${day.id}`} text={`${formatDay(day.date)}接待日：您接待，已约 ${day.booked} 人`}>
            <Due tone="calm">{daysAhead === 0 ? "就是今天" : `还有 ${daysAhead} 个工作日`}</Due>
          </Line>
        )}
        {letters.map((letter) => (
          <Line key={letter.id} href={letter.href} text={letter.text}>
            <span className="text-ink-2">{letter.since}</span>
          </Line>
        ))}
        {list.rows.slice(0, shown).map((row) => (
          <Line key={row.id} href={`/cases/${row.id}`} text={`${row.unit} ${row.person}：${row.title}`}>
            {row.light === "none" ? (
              <span className="text-ink-2">{row.stage}</span>
            ) : (
              <Due tone={row.light}>{row.dueWords}</Due>
            )}
          </Line>
        ))}
      </ul>
    </Card>
  );
}

function Line({ href, text, children }: { href: string; text: string; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0">
      <TextLink href={href}>{text}</TextLink>
      {children}
    </li>
  );
}
