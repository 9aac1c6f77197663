import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/lib/dates";
import { paperWords } from "@/lib/schooling/checklist/words";
import { mayRecord, notYet, stillWanted } from "@/lib/schooling/decisions/rules";
import type { PlacementView } from "@/lib/schooling/view/queries";
import { materialStateWords } from "@/lib/schooling/words";
import type { AttachmentKind } from "@/prisma/generated/enums";
import { KeepPaper, SeeSeveral } from "./paper-forms";

const tones = {
  MISSING: "late",
  NEEDS_FIX: "warn",
  RECEIVED: "info",
  VERIFIED: "ok",
  NOT_APPLICABLE: "neutral",
} as const;
const notYetWords = { issued: "局工会开", later: "3 月才有" } as const;

type PaperListProps = { view: PlacementView; isOfficer: boolean; paper: AttachmentKind | undefined };

/** The list of papers with what is wrong with each; every row leads to its own short form. */
export function PaperList({ view, isOfficer, paper }: PaperListProps) {
  const { lines, running, intake } = view;
  const { stage } = running.loaded;
  const mayKeep = running.isRunning && running.moves.length > 0;
  const missing = stillWanted(lines, stage).length;
  const chosen = mayKeep && lines.some(({ kind }) => kind === paper) ? paper : undefined;

  return (
    <Card
      title="材料清单"
      aside={missing > 0 ? <Tag tone="warn">{`还差 ${missing} 样`}</Tag> : <Tag tone="ok">齐了</Tag>}
    >
      <p className="mb-3 text-note text-ink-2">
        租房备案要从 {formatDate(intake.dates.windowFrom)} 到 {formatDate(intake.dates.windowTo)} 不断，社保从{" "}
        {formatDate(intake.dates.insuranceFrom)} 起连续缴，居住证要管到 {formatDate(intake.dates.secondCheck)} 以后。
      </p>
      {chosen && <KeepPaper view={view} kind={chosen} />}
      <DataTable
        caption="材料清单"
        rows={lines}
        rowId={({ kind }) => kind}
        columns={[
          { label: "材料", cell: (row) => paperWords[row.kind] ?? row.kind },
          { label: "状态", nowrap: true, cell: (row) => <State row={row} stage={stage} /> },
          { label: "问题", cell: (row) => row.problem ?? "—" },
          {
            label: "登记",
            hideLabel: true,
            cell: (row) =>
              mayKeep &&
              mayRecord(row.kind, isOfficer) && (
                <TextLink href={`/schooling/${view.caseId}?paper=${row.kind}#keep-paper`}>
                  {row.state === "MISSING" ? "登记" : "改"}
                  <span className="sr-only">{paperWords[row.kind]}</span>
                </TextLink>
              ),
          },
        ]}
      />
      {mayKeep && <SeeSeveral view={view} isOfficer={isOfficer} />}
    </Card>
  );
}

function State({ row, stage }: { row: PlacementView["lines"][number]; stage: string }) {
  const early = row.state === "MISSING" ? notYet(row.kind, stage) : null;
  if (early) return <Tag tone="neutral">{notYetWords[early]}</Tag>;

  return <Tag tone={tones[row.state]}>{row.state === "MISSING" ? "未交" : materialStateWords[row.state]}</Tag>;
}
