import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { demoSecrets } from "@/lib/accounts/demo/words";
import { AuditFilter, RefusedExport } from "@/lib/audit/schema";
import { exportRefusalWords } from "@/lib/audit/words";
import { authorise } from "@/lib/auth/gate";
import { env } from "@/lib/env";
import { auditHref, chipsOf } from "../_components/audit-filters";

export const metadata = { title: "导出审计日志" };

export default async function AuditExportPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  await authorise("audit.export");
  const given = await searchParams;
  const { after: _, ...filter } = AuditFilter.parse(given);
  const { refused } = RefusedExport.parse(given);
  const chips = chipsOf(filter);

  return (
    <>
      <PageHead title="导出审计日志" crumbs={[{ label: "审计日志", href: "/audit" }, { label: "导出" }]} />
      {refused && (
        <div className="mb-4">
          <Notice tone="late" title="没有导出" live>
            {exportRefusalWords[refused]}
          </Notice>
        </div>
      )}
      <Card title="导出的内容">
        <p>
          {chips.length > 0 ? chips.map(({ label }) => label).join("，") : "全部记录（没有筛选）"}。一次最多两万条。
        </p>
        <p className="text-ink-2">导出的文件是 CSV，用 WPS 或 Excel 打开。这次导出本身也会记入审计日志。</p>
        <form method="post" action="/audit/export/file" className="mt-4 grid max-w-prose gap-4">
          {Object.entries(filter).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <label className="grid gap-1 font-bold">
            用途
            <input
              name="reason"
              required
              minLength={4}
              maxLength={200}
              autoComplete="off"
              className="control w-full font-normal"
            />
          </label>
          <label className="grid gap-1 font-bold">
            您自己的密码
            <span className="text-note font-normal text-ink-3">
              确认是您本人操作；5分钟内刚输过可以不填
              {env.PORTAL_MODE === "demo" && `。演示密码是 ${demoSecrets.STAFF}`}
            </span>
            <input
              name="ownSecret"
              type="password"
              autoComplete="current-password"
              className="control w-full max-w-[15rem] font-normal"
            />
          </label>
          <div className="flex flex-wrap items-center gap-4">
            <Button tone="primary" icon="download">
              导出
            </Button>
            <TextLink href={auditHref(filter)}>不导了，返回</TextLink>
          </div>
        </form>
      </Card>
    </>
  );
}
