import { Clock } from "@/components/ui/clock";
import type { readClock } from "@/lib/cases/clock/rules";

type Props = {
  clock: NonNullable<ReturnType<typeof readClock>>;
  /** what it waits for while the clock stands still */
  stopped: string;
  /** until when; nothing without a day */
  note?: string | undefined;
};

/** How many working days are left, or gone, or why none are counted. */
export function StageClock({ clock, stopped, note }: Props) {
  if (clock.light === "stopped") return <Clock tone="stopped" words={stopped} note={clock.words} />;
  if (clock.days === 0) return <Clock tone={clock.light} words="今天到期" note={note} />;

  return (
    <Clock
      tone={clock.light}
      number={clock.days}
      words={clock.light === "late" ? "个工作日已超期" : "个工作日后到期"}
      note={note}
    />
  );
}
