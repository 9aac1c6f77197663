import type { Metadata } from "next";
import { BatchReport } from "@/components/imports/batch-report";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { confirmFilesAction, dropFilesAction, undoFilesAction } from "@/lib/hardship/import/actions";
import { fileRegister } from "@/lib/hardship/import/registers/queries";
import { reportOf } from "@/lib/imports/queries";
import { ReportFilter } from "@/lib/imports/schema";
import { openBatch } from "@/lib/imports/waiting/queries";

export const metadata: Metadata = { title: "补录检查结果" };

export default async function FilesBatchPage({ params, searchParams }: PageProps<"/hardship/import/[batch]">) {
  const permit = await authorise("hardship.import");
  const batch = await openBatch(permit, (await params).batch);
  const filter = ReportFilter.parse(await searchParams);
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
      <BatchReport
        batch={batch}
        filter={filter}
        list={await reportOf(permit, batch, filter)}
        uploadAt="/hardship/import"
        confirm={mayConfirm ? confirmFilesAction : null}
        drop={dropFilesAction}
        undo={undoFilesAction}
        note={
          batch.state === "CHECKED" &&
          !mayConfirm && (
            <Notice>检查完了。请负责人（不是上传的人）打开这一页，核对后确认；确认前什么都不会写入。</Notice>
          )
        }
        recordHref={(id) => `/hardship/${id}`}
      />
    </>
  );
}
