import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { WaitingLetter } from "@/lib/schooling/letters/waiting/queries";

/** Letters that wait for this leader, one line each; nothing when there are none. */
export function LetterLines({ lines }: { lines: readonly WaitingLetter[] }) {
  if (lines.length === 0) return null;

  return (
    <div className="mb-4">
      <Notice title="等您批准的函">
        <ul className="grid gap-1">
          {lines.map(({ id, href, text, since }) => (
            <li key={id}>
              <TextLink href={href}>{text}</TextLink>，{since}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
