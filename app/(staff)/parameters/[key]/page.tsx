import { notFound } from "next/navigation";
import { Card, Columns } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { viewParameter } from "@/lib/parameters/queries";
import { definitionOf, groups } from "@/lib/parameters/rules";
import { ChangeForm } from "../_components/change-form";
import { History } from "../_components/history";

export const metadata = { title: "参数" };

export default async function ParameterPage({ params }: { params: Promise<{ key: string }> }) {
  const permit = await authorise("parameters.view");
  const view = await viewParameter(permit, (await params).key);
  if (!view) notFound();
  const facts = [
    {
      label: "现行",
      value: (
        <>
          {view.value} {view.isUnverified && <Tag tone="warn">未核实</Tag>}
        </>
      ),
    },
    { label: "从哪天起", value: view.since ? formatDate(view.since) : "系统默认" },
    view.next ? { label: "以后", value: `${formatDate(view.next.validFrom)}起 ${view.next.value}` } : null,
    { label: "用处", value: definitionOf(view.key).meaning },
  ];

  return (
    <>
      <PageHead
        title={view.name}
        sub={groups[view.group]}
        crumbs={[{ label: "参数", href: "/parameters" }, { label: view.name }]}
      />
      <Columns
        main={
          <>
            <Card title="现在的数">
              <Facts items={facts} />
              {view.key === "reception.shiftPolicy" && (
                <p className="mt-2">
                  <TextLink href="/calendar/preview">看看今后12个月各是哪一天</TextLink>
                </p>
              )}
            </Card>
            <Card title="经过">
              <History entries={view.history} />
            </Card>
          </>
        }
        side={(await may("parameters.change")) && <ChangeForm view={view} today={permit.today} />}
      />
    </>
  );
}
