import type { Metadata } from "next";
import { BatchReport } from "@/components/imports/batch-report";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { confirmListAction, dropListAction, undoListAction } from "@/lib/insurance/import/actions";
import { listRegister } from "@/lib/insurance/import/registers/queries";
import { reportOf } from "@/lib/imports/queries";
import { ReportFilter } from "@/lib/imports/schema";
import { openBatch } from "@/lib/imports/waiting/queries";

export const metadata: Metadata = { title: "名单检查结果" };

export default async function ListBatchPage({ params, searchParams }: PageProps<"/insurance/import/[batch]">) {
  const permit = await authorise("insurance.import");
  const batch = await openBatch(permit, (await params).batch);
  const filter = ReportFilter.parse(await searchParams);

  return (
    <>
      <PageHead
        title={batch.fileName}
        sub={`${listRegister(permit).title} · ${batch.createdBy} ${batch.createdAt}上传`}
        crumbs={[
          { label: "名单核对", href: "/insurance/differences" },
          { label: "导入经办机构名单", href: "/insurance/import" },
          { label: "检查结果" },
        ]}
        actions={
          batch.state === "DONE" && (
            <Button href="/insurance/differences" tone="primary">
              去核对差异
            </Button>
          )
        }
      />
      <BatchReport
        batch={batch}
        filter={filter}
        list={await reportOf(permit, batch, filter)}
        uploadAt="/insurance/import"
        confirm={confirmListAction}
        drop={dropListAction}
        undo={undoListAction}
        recordHref={() => null}
      />
    </>
  );
}
