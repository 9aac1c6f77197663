import { Tag } from "@/components/ui/tag";
import { Timeline } from "@/components/ui/timeline";
import { formatDate, formatInstant } from "@/lib/dates";
import type { ParameterEntry } from "@/lib/parameters/queries";
import { places } from "@/lib/parameters/words";

const tones = { now: "ok", next: "info", past: "neutral", replaced: "neutral" } as const;

/** Every value there ever was: from when, why and who entered it. */
export function History({ entries }: { entries: ParameterEntry[] }) {
  if (entries.length === 0) return <p className="text-ink-2">还没有改过，用的是系统默认的数</p>;
  return (
    <Timeline
      items={entries.map((entry) => ({
        id: entry.id,
        at: formatInstant(entry.at),
        iso: entry.at.toISOString(),
        who: entry.by,
        tone: tones[entry.place],
        title: (
          <>
            {formatDate(entry.validFrom)}起 <b className="font-bold">{entry.value}</b>{" "}
            <Tag tone={tones[entry.place]}>{places[entry.place]}</Tag>{" "}
            {entry.isUnverified && <Tag tone="warn">未核实</Tag>}
          </>
        ),
        body: entry.reason,
      }))}
    />
  );
}
