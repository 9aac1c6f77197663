import type { Metadata } from "next";
import { DataTable, Sub } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { listRequests } from "@/lib/exports/queries";
import { exportStateWords } from "@/lib/exports/words";
import { RequestActs } from "./_components/request-acts";

export const metadata: Metadata = { title: "导出申请" };

const tones = { ASKED: "warn", APPROVED: "info", DECLINED: "neutral", TAKEN: "ok" } as const;

export default async function ExportsPage({ searchParams }: PageProps<"/exports">) {
  const permit = await authorise("exports.view");
  const { refused } = await searchParams;

  return (
    <>
      <PageHead title="导出申请" sub="超过 200 行或含敏感内容的清单，要由另一个人同意；同意后 24 小时内下载一次" />
      {refused && (
        <div className="mb-4">
          <Notice tone="late" title="没有下载" live>
            这份文件已经下载过，或者过了期限。还需要的话，请重新申请。
          </Notice>
        </div>
      )}
      <DataTable
        caption="导出申请"
        rows={await listRequests(permit)}
        rowId={({ id }) => id}
        empty={<Empty title="没有导出申请">在“职工”或“全部事项”里筛选好，点“导出”。</Empty>}
        columns={[
          {
            label: "清单",
            cell: ({ title, filterWords, rows }) => (
              <>
                {title}，{rows} 行<Sub>{filterWords}</Sub>
              </>
            ),
          },
          { label: "用途", cell: ({ reason }) => reason },
          {
            label: "申请人",
            nowrap: true,
            cell: ({ askedBy, askedAt }) => (
              <>
                {askedBy}
                <Sub>{askedAt}</Sub>
              </>
            ),
          },
          {
            label: "状态",
            cell: ({ state, decision, validUntil }) => (
              <>
                <Tag tone={tones[state]}>{exportStateWords[state]}</Tag>
                {decision && <Sub>{decision}</Sub>}
                {state === "APPROVED" && validUntil && <Sub>{validUntil} 前有效</Sub>}
              </>
            ),
          },
          { label: "办理", cell: (row) => <RequestActs row={row} /> },
        ]}
      />
    </>
  );
}
