import type { Metadata } from "next";
import { BatchCounts, BatchState } from "@/components/imports/batch-state";
import { ImportDecisions } from "@/components/imports/decisions";
import { ImportReport } from "@/components/imports/report";
import { Button } from "@/components/ui/button";
import { Stack } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { confirmListAction, dropListAction, undoListAction } from "@/lib/insurance/import/actions";
import { listRegister } from "@/lib/insurance/import/registers/queries";
import { listRows } from "@/lib/imports/queries";
import { ReportFilter } from "@/lib/imports/schema";
import { openBatch } from "@/lib/imports/waiting/queries";

export const metadata: Metadata = { title: "名单检查结果" };

export default async function ListBatchPage({ params, searchParams }: PageProps<"/insurance/import/[batch]">) {
  const permit = await authorise("insurance.import");
  const batch = await openBatch(permit, (await params).batch);
  const filter = ReportFilter.parse(await searchParams);
  const at = `/insurance/import/${batch.id}`;
  const hrefOf = (rows: string, after?: number) => {
    const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(after ? { after: String(after) } : {}) });
    return query.size > 0 ? `${at}?${query.toString()}` : at;
  };
  const isReadable = !batch.isForgotten && !["READING", "FAILED", "DROPPED"].includes(batch.state);

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
      <Stack>
        <BatchState batch={batch} />
        {batch.state !== "FAILED" && <BatchCounts batch={batch} hrefOf={hrefOf} />}
        <ImportDecisions
          batch={batch}
          confirm={confirmListAction}
          drop={dropListAction}
          undo={undoListAction}
          wrongRowsHref={`${at}/errors`}
          uploadHref="/insurance/import"
        />
        {isReadable && (
          <ImportReport
            batch={batch}
            filter={filter}
            list={await listRows(permit, batch, filter)}
            hrefOf={hrefOf}
            recordHref={() => null}
          />
        )}
      </Stack>
    </>
  );
}
