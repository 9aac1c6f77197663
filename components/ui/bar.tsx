import type { Tone } from "./tone";

const fills = {
  neutral: "fill-context",
  info: "fill-info",
  ok: "fill-ok",
  warn: "fill-warn",
  late: "fill-late",
} satisfies Record<Tone, string>;

/**
 * A part of a whole as a strip. `label` is read aloud (已用 63%), `text` stands at its right.
 * Drawn as SVG, because a width in per cent would need an inline style, which the content security policy blocks.
 */
export function Bar({
  value,
  of,
  label,
  tone = "neutral",
  text,
}: {
  value: number;
  of: number;
  label: string;
  tone?: Tone;
  text?: string;
}) {
  const share = of > 0 ? Math.min(100, Math.max(0, (value / of) * 100)) : 0;
  return (
    <span className="flex items-center gap-2">
      <svg
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
        className="h-2 min-w-16 flex-1 rounded-tag bg-tint-2"
      >
        <rect width={share} height="8" className={fills[tone]} />
      </svg>
      {text && <span className="text-note whitespace-nowrap text-ink-2 num">{text}</span>}
    </span>
  );
}
