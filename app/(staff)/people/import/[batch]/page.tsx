import type { Metadata } from "next";
import { BatchReport } from "@/components/imports/batch-report";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { reportOf } from "@/lib/imports/queries";
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
      <BatchReport
        batch={batch}
        filter={filter}
        list={await reportOf(permit, batch, filter)}
        uploadAt="/people/import"
        confirm={confirmImportAction}
        drop={dropImportAction}
        undo={undoImportAction}
        againHref={`/people/import?register=${batch.register}`}
        recordHref={(id) => (batch.register === "people.roster" ? `/people/${id}` : null)}
      />
    </>
  );
}
