import type { ReactNode } from "react";

/** An official letter or certificate on a GB/T 9704 page: `head` stands above the text (its number), `foot` at its right end. */
export function OfficialLetter({
  title,
  head,
  foot,
  children,
}: {
  title: string;
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <article tabIndex={0} aria-label={title} className="sheet-paper sheet-letter">
      <h1>{title}</h1>
      {head && <p className="mb-4 text-center">{head}</p>}
      <div className="letter-text">{children}</div>
      {foot && <div className="letter-text mt-6 text-right">{foot}</div>}
    </article>
  );
}
