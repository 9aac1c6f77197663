import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Stack } from "@/components/ui/card";
import { authorise } from "@/lib/auth/gate";
import { listCalled } from "@/lib/exports/lists/queries";
import { needsApproval } from "@/lib/exports/rules";
import { ExportAddress } from "@/lib/exports/schema";
import { refusedWords } from "@/lib/exports/words";
import { AskForm, NowForm } from "../_components/export-forms";

export const metadata: Metadata = { title: "导出Excel" };

export default async function NewExportPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const viewer = await authorise("exports.view");
  const given = await searchParams;
  const { of, refused } = ExportAddress.parse(given);
  const list = listCalled(viewer, of);
  const permit = await authorise(list.verb);
  const { of: _of, refused: _refused, after: _after, before: _before, ...filters } = given;
  const filter = list.parse(filters);
  const rows = await list.count(permit, filter);
  const query = new URLSearchParams(filters).toString();
  const isApprovalNeeded = needsApproval(rows, list.isSensitive(filter));
  const home = query ? `${list.home}?${query}` : list.home;

  return (
    <>
      <PageHead title={`导出${list.title}`} crumbs={[{ label: list.title, href: home }, { label: "导出" }]} />
      <Stack>
        {refused && (
          <Notice tone="late" title="没有导出" live>
            {refusedWords[refused]}
          </Notice>
        )}
        <Card title="导出的内容">
          <Facts
            items={[
              { label: "条件", value: await list.words(permit, filter) },
              { label: "行数", value: `${rows} 行` },
              { label: "列", value: ["序号", ...list.columns(permit).map(({ header }) => header), "备注"].join("、") },
              {
                label: "说明",
                value: `${list.holds ?? "和屏幕上看到的一样，不含身份证号等敏感内容"}；文件里写着导出人、时间和用途`,
              },
            ]}
          />
        </Card>
        {rows === 0 ? (
          <Notice tone="warn">没有符合条件的行，没有什么可导出的。</Notice>
        ) : isApprovalNeeded ? (
          <AskForm of={of} query={query} />
        ) : (
          <NowForm of={of} query={query} />
        )}
      </Stack>
    </>
  );
}
