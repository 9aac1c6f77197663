import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { TextLink } from "@/components/ui/text-link";
import { listEvents, listNotable } from "@/lib/audit/queries";
import { AuditFilter } from "@/lib/audit/schema";
import { authorise } from "@/lib/auth/gate";
import { auditHref, AuditFilters } from "./_components/audit-filters";
import { AuditTable } from "./_components/audit-table";

export const metadata = { title: "审计日志" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("audit.view");
  const filter = AuditFilter.parse(await searchParams);
  const isWhole = auditHref(filter) === "/audit";
  const [list, notable] = await Promise.all([listEvents(permit, filter), isWhole ? listNotable(permit) : []]);
  const { after: _, ...shown } = filter;

  return (
    <>
      <PageHead
        title="审计日志"
        sub="谁、什么时候、做了什么。只能增加，不能修改和删除"
        actions={
          <Button href={auditHref(shown).replace("/audit", "/audit/export")} icon="download">
            导出
          </Button>
        }
      />
      <AuditFilters filter={filter} />
      <Stack gap="wide">
        {notable.length > 0 && (
          <Card title="近30天要紧的" tone="next" aside={<TextLink href="/audit?notable=1">全部要紧的</TextLink>}>
            <AuditTable caption="要紧的记录" rows={notable} />
          </Card>
        )}
        <AuditTable
          caption="审计日志"
          rows={list.rows}
          empty={<Empty picture="search" title="没有符合条件的记录" action={<Button href="/audit">清空筛选</Button>} />}
          footer={
            <Pager
              total={`本页 ${list.rows.length} 条，新的在前`}
              previousLabel="回到第一页"
              previousHref={list.hasBefore ? auditHref(shown) : null}
              nextHref={list.next && auditHref({ ...shown, after: list.next })}
            />
          }
        />
      </Stack>
    </>
  );
}
