import type { Metadata } from "next";
import { BatchCounts, BatchState } from "@/components/imports/batch-state";
import { ImportDecisions } from "@/components/imports/decisions";
import { ImportReport } from "@/components/imports/report";
import { Stack } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { listRows } from "@/lib/imports/queries";
import { ReportFilter } from "@/lib/imports/schema";
import { openBatch } from "@/lib/imports/waiting/queries";
import { confirmImportAction, dropImportAction, undoImportAction } from "@/lib/people/import/actions";
import { registerCalled } from "@/lib/people/import/registers/queries";

export const metadata: Metadata = { title: "导入检查结果" };

export default async function BatchPage({ params, searchParams }: PageProps<"/people/import/[batch]">) {
  const permit = await authorise("people.import");
  const batch = await openBatch(permit, (await params).batch);
  const filter = ReportFilter.parse(await searchParams);
  const { title } = registerCalled(permit, batch.register);
  const at = `/people/import/${batch.id}`;
  const hrefOf = (rows: string, after?: number) => {
    const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(after ? { after: String(after) } : {}) });
    return query.size > 0 ? `${at}?${query.toString()}` : at;
  };
  const isReadable = !batch.isForgotten && !["READING", "FAILED", "DROPPED"].includes(batch.state);

  return (
    <>
      <PageHead
        title={batch.fileName}
        sub={`${title} · ${batch.createdBy} ${batch.createdAt}上传`}
        crumbs={[
          { label: "职工", href: "/people" },
          { label: "从Excel导入", href: "/people/import" },
          { label: "检查结果" },
        ]}
      />
      <Stack>
        <BatchState batch={batch} />
        {batch.state !== "FAILED" && <BatchCounts batch={batch} hrefOf={hrefOf} />}
        <ImportDecisions
          batch={batch}
          confirm={confirmImportAction}
          drop={dropImportAction}
          undo={undoImportAction}
          wrongRowsHref={`${at}/errors`}
          uploadHref={`/people/import?register=${batch.register}`}
        />
        {isReadable && (
          <ImportReport
            batch={batch}
            filter={filter}
            list={await listRows(permit, batch, filter)}
            hrefOf={hrefOf}
            recordHref={(id) => (batch.register === "people.roster" ? `/people/${id}` : null)}
          />
        )}
      </Stack>
    </>
  );
}
