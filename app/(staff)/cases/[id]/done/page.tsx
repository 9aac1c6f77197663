import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { viewCase } from "@/lib/cases/view/queries";
import { formatDay } from "@/lib/dates";
import { stageWord } from "@/lib/stages";

export const metadata = { title: "登记好了" };

/** The result page after registering: the number, what happens next and by when, and the slip for the worker. */
export default async function CaseDonePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("cases.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { facts, person, unit, handlerUnit } = await viewCase(permit, id.data);

  return (
    <>
      <PageHead title="登记好了" crumbs={[{ label: "待办", href: "/inbox" }, { label: facts.number }]} />
      <Notice tone="ok" title={`编号 ${facts.number}`}>
        {handlerUnit ? `已交给${handlerUnit}办理` : "等项目专员受理"}
        {facts.dueOn && `，${formatDay(facts.dueOn)} 前答复职工`}。
      </Notice>
      <Card title={facts.title}>
        <Facts
          items={[
            { label: "职工", value: person, sub: unit },
            { label: "现在", value: stageWord(facts.stageTable, facts.stage) },
          ]}
        />
      </Card>
      <p className="flex flex-wrap gap-3">
        <Button href={`/cases/${facts.id}/receipt`} tone="primary" icon="print">
          打印受理单
        </Button>
        <Button href={`/cases/${facts.id}`}>看这件事</Button>
        <Button href="/cases/new">再登记一件</Button>
      </p>
    </>
  );
}
