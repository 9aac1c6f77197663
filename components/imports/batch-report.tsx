import type { ReactNode } from "react";
import { BatchCounts, BatchState } from "@/components/imports/batch-state";
import { ImportDecisions } from "@/components/imports/decisions";
import { ImportReport } from "@/components/imports/report";
import { Stack } from "@/components/ui/card";
import type { FormAction } from "@/components/ui/form";
import type { BatchView, ReportRow } from "@/lib/imports/queries";
import { reportHref } from "@/lib/imports/rules";
import type { ReportFilter } from "@/lib/imports/schema";

type BatchReportProps = {
  batch: BatchView;
  filter: ReportFilter;
  /** null while there is nothing to read, or no more */
  list: { rows: ReportRow[]; after: number | null } | null;
  /** the page where files of this kind are uploaded; the batch lives under it */
  uploadAt: string;
  /** null: somebody else has to confirm, `note` says who */
  confirm: FormAction | null;
  drop: FormAction;
  undo: FormAction;
  note?: ReactNode;
  /** address of the upload when it is to be repeated, where it differs from `uploadAt` */
  againHref?: string;
  recordHref: (id: string) => string | null;
};

/** An uploaded sheet on its own page: what is happening to it, what can be decided now, and the report row by row. */
export function BatchReport({ batch, filter, list, uploadAt, note, againHref, recordHref, ...acts }: BatchReportProps) {
  const at = `${uploadAt}/${batch.id}`;
  const hrefOf = (rows: string, after?: number) => reportHref(at, rows, after);

  return (
    <Stack>
      <BatchState batch={batch} />
      {note}
      {batch.state !== "FAILED" && <BatchCounts batch={batch} hrefOf={hrefOf} />}
      <ImportDecisions batch={batch} {...acts} wrongRowsHref={`${at}/errors`} uploadHref={againHref ?? uploadAt} />
      {list && <ImportReport batch={batch} filter={filter} list={list} hrefOf={hrefOf} recordHref={recordHref} />}
    </Stack>
  );
}
