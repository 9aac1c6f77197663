import type { Metadata } from "next";
import { BatchCounts, BatchState } from "@/components/imports/batch-state";
import { ImportDecisions } from "@/components/imports/decisions";
import { ImportReport } from "@/components/imports/report";
import { Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { confirmFilesAction, dropFilesAction, undoFilesAction } from "@/lib/hardship/import/actions";
import { fileRegister } from "@/lib/hardship/import/registers/queries";
import { listRows } from "@/lib/imports/queries";
import { ReportFilter } from "@/lib/imports/schema";
import { openBatch } from "@/lib/imports/waiting/queries";

export const metadata: Metadata = { title: "补录检查结果" };

export default async function FilesBatchPage({ params, searchParams }: PageProps<"/hardship/import/[batch]">) {
  const permit = await authorise("hardship.import");
  const batch = await openBatch(permit, (await params).batch);
  const filter = ReportFilter.parse(await searchParams);
  const at = `/hardship/import/${batch.id}`;
  const hrefOf = (rows: string, after?: number) => {
    const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(after ? { after: String(after) } : {}) });
    return query.size > 0 ? `${at}?${query.toString()}` : at;
  };
  const isReadable = !batch.isForgotten && !["READING", "FAILED", "DROPPED"].includes(batch.state);
  const mayConfirm = permit.reach.manages.includes("hardship") && !batch.isOwn;

  return (
    <>
      <PageHead
        title={batch.fileName}
        sub={`${fileRegister(permit).title} · ${batch.createdBy} ${batch.createdAt}上传`}
        crumbs={[
          { label: "困难职工档案", href: "/hardship" },
          { label: "补录纸质台账", href: "/hardship/import" },
          { label: "检查结果" },
        ]}
      />
      <Stack>
        <BatchState batch={batch} />
        {batch.state === "CHECKED" && !mayConfirm && (
          <Notice>检查完了。请负责人（不是上传的人）打开这一页，核对后确认；确认前什么都不会写入。</Notice>
        )}
        {batch.state !== "FAILED" && <BatchCounts batch={batch} hrefOf={hrefOf} />}
        <ImportDecisions
          batch={batch}
          confirm={mayConfirm ? confirmFilesAction : null}
          drop={dropFilesAction}
          undo={undoFilesAction}
          wrongRowsHref={`${at}/errors`}
          uploadHref="/hardship/import"
        />
        {isReadable && (
          <ImportReport
            batch={batch}
            filter={filter}
            list={await listRows(permit, batch, filter)}
            hrefOf={hrefOf}
            recordHref={(id) => `/hardship/${id}`}
          />
        )}
      </Stack>
    </>
  );
}
