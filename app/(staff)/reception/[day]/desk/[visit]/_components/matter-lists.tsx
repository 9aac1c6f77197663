import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { EarlierMatter, MatterLine } from "@/lib/reception/matters/queries";

export function RecordedMatters({ matters, reason }: { matters: MatterLine[]; reason: string | null }) {
  return (
    <Card title={`这次登记了 ${matters.length} 件`}>
      {reason && <p className="text-ink-2">{reason}</p>}
      <ul className="grid gap-2">
        {matters.map(({ caseId, number, title, category, mode, stage }) => (
          <li key={caseId}>
            <TextLink href={`/cases/${caseId}`}>{`${number} ${title}`}</TextLink>
            <p className="text-note text-ink-2">
              {category} · {mode} · {stage}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 重复来访: what was raised before stands beside the form, so that it is linked and not registered as new. */
export function EarlierMatters({ matters }: { matters: EarlierMatter[] }) {
  if (matters.length === 0) return null;
  return (
    <Card title="以前来说过的事">
      <ul className="grid gap-2">
        {matters.map(({ caseId, number, title, stage, date, isOpen }) => (
          <li key={caseId}>
            <TextLink href={`/cases/${caseId}`}>{`${number} ${title}`}</TextLink>
            <p className="text-note text-ink-2">
              {date} · {stage}
              {isOpen && "，还没办完"}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
