import { AppLink } from "./app-link";
import type { ReactNode } from "react";

/** Figures beside each other: four (or three) on a desk, two on a phone. */
export function Tiles({ children, label, columns = 4 }: { children: ReactNode; label?: string; columns?: 3 | 4 }) {
  return (
    <ul
      aria-label={label}
      className={`mb-4 grid grid-cols-2 gap-3 ${columns === 3 ? "desk:grid-cols-3" : "desk:grid-cols-4"}`}
    >
      {children}
    </ul>
  );
}

type TileProps = {
  label: string;
  value: string | number;
  unit?: string;
  href?: string;
  sub?: ReactNode;
  tone?: "late" | "warn";
  definition?: ReactNode;
};

/** One figure: the number is a link to the rows that make it, the definition (口径) is one click away. */
export function Tile({ label, value, unit, href, sub, tone, definition }: TileProps) {
  const colour = tone === "late" ? "text-late" : tone === "warn" ? "text-warn" : "text-ink";
  const isFigure = /\d/.test(String(value)); // 暂无 is no number and must not shout like one
  const figure = (
    <>
      <span className="block text-body text-ink-2">{label}</span>
      <span className={`block font-bold num ${isFigure ? `text-figure ${colour}` : "py-1 text-head text-ink-3"}`}>
        {value}
        {unit && <span className="ml-1 text-body font-normal text-ink-2">{unit}</span>}
      </span>
    </>
  );
  return (
    <li className="keep flex flex-col rounded-sheet border border-line bg-surface px-4 py-3 max-phone:px-3">
      {href ? (
        <AppLink href={href} className="group block text-ink no-underline hover:underline">
          {figure}
        </AppLink>
      ) : (
        <div>{figure}</div>
      )}
      {sub && <p className="text-note text-ink-3 [&_a]:inline-block [&_a]:py-1">{sub}</p>}
      {definition && (
        <details className="no-print mt-1 text-note text-ink-3">
          <summary className="w-max py-1 underline decoration-dotted underline-offset-3">口径</summary>
          <div className="mt-1 border-l-2 border-line pl-2">{definition}</div>
        </details>
      )}
    </li>
  );
}
