import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { stepsOf } from "@/lib/cases/view/rules";
import { viewCase } from "@/lib/cases/view/queries";
import { tableOf } from "@/lib/stages";
import { CaseFacts } from "./_components/facts";
import { CaseSide } from "./_components/side";

export const metadata: Metadata = { title: "事项" };

export default async function CasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("cases.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const [view, units] = await Promise.all([viewCase(permit, id.data), handlingUnits(permit)]);
  const { facts } = view;
  const rights = {
    extend: await may("cases.askExtension"),
    handOver: await may("cases.handOver"),
    urge: await may("cases.urge"),
    supervise: await may("cases.supervise"),
    copy: await may("cases.copy"),
    decide: await may("cases.decideExtension"),
  };

  return (
    <>
      <PageHead
        title={facts.title}
        crumbs={[{ label: "待办", href: "/inbox" }, { label: facts.number }]}
        actions={
          <>
            <Button href={`/cases/${facts.id}/receipt`} icon="print">
              受理单
            </Button>
            <Button href={`/cases/${facts.id}/sheet`} icon="print">
              打印
            </Button>
          </>
        }
      />
      <IdentityBar
        name={view.person}
        {...(view.personId && (await may("people.view")) ? { href: `/people/${view.personId}` } : {})}
        items={[
          view.unit,
          view.personSub,
          view.phone,
          view.greenChannel && (
            <Tag key="green" tone="warn">
              绿色通道
            </Tag>
          ),
          view.isSupervised && (
            <Tag key="supervised" tone="late">
              领导督办
            </Tag>
          ),
        ].filter(Boolean)}
      />
      <Steps label="办到哪一步" items={stepsOf(tableOf(facts.stageTable), facts, view.events)} />
      <Columns
        main={<CaseFacts view={view} mayEdit={(await may("cases.edit")) && view.capacities.includes("O")} />}
        side={<CaseSide view={view} units={units} rights={rights} />}
      />
    </>
  );
}
