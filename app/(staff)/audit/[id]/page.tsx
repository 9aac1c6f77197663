import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Stack } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { viewEvent } from "@/lib/audit/queries";
import { authorise } from "@/lib/auth/gate";

export const metadata = { title: "审计记录" };

export default async function AuditEventPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("audit.view");
  const id = z.uuid().safeParse((await params).id);
  const event = id.success ? await viewEvent(permit, id.data) : undefined;
  if (!event) notFound();
  const whose = event.subject && <TextLink href={`/audit?subject=${event.subject}`}>{event.subject}</TextLink>;
  const what = event.objectId && <TextLink href={`/audit?object=${event.objectId}`}>同一个对象的全部记录</TextLink>;

  return (
    <>
      <PageHead
        title={`${event.deed}，${event.outcome}`}
        sub={event.at}
        crumbs={[{ label: "审计日志", href: "/audit" }, { label: "记录" }]}
      />
      <Stack>
        <Card title="谁做了什么">
          <Facts
            columns={2}
            items={[
              { label: "谁", value: event.who, sub: event.role },
              { label: "时间", value: event.at },
              { label: "做了什么", value: event.deed },
              { label: "结果", value: event.outcome },
              { label: "对象", value: event.object || "无", sub: what },
              { label: "涉及职工", value: whose || "无" },
              { label: "字段", value: event.fields || "无" },
              { label: "原因", value: event.reason || "无" },
            ]}
          />
        </Card>
        <Card title="从哪里来">
          <Facts
            columns={2}
            items={[
              { label: "网络地址", value: event.ip || "无" },
              { label: "渠道", value: event.channel || "无" },
              { label: "登录编号", value: event.sessionId || "无" },
              { label: "请求编号", value: event.requestId || "无" },
              { label: "记录编号", value: event.id },
            ]}
          />
        </Card>
        {event.facts.length > 0 && (
          <Card title="附带数据">
            <Facts items={event.facts} />
          </Card>
        )}
      </Stack>
    </>
  );
}
