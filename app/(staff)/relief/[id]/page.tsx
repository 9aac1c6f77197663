import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { stepsOf } from "@/lib/cases/view/rules";
import { needWords } from "@/lib/relief/list/words";
import { reliefTable } from "@/lib/relief/table/rules";
import { viewRelief } from "@/lib/relief/view/queries";
import { eventWords } from "@/lib/relief/words";
import { ReliefFacts } from "./_components/relief-facts";
import { ReliefSide } from "./_components/relief-side";

export const metadata = { title: "临时救助" };

export default async function ReliefCasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("relief.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewRelief(permit, id.data);
  const { relief, person, running } = view;
  const isOfficer = permit.reach.programmes.includes("relief");
  const isStaffOfUnit = permit.reach.kind === "units";

  return (
    <>
      <PageHead
        title={`${person.name}（${eventWords[relief.event]}）`}
        crumbs={[{ label: "临时救助", href: "/relief" }, { label: running.loaded.number }]}
        actions={
          !isStaffOfUnit && (
            <Button href={`/relief/${relief.caseId}/form`} icon="print">
              打印审批表
            </Button>
          )
        }
      />
      <IdentityBar
        name={person.name}
        href={`/people/${person.id}`}
        items={[
          person.unit,
          [`工号 ${person.staffNo}`, person.postTitle, person.age !== null && `${person.age} 岁`]
            .filter(Boolean)
            .join(" · "),
          <Tag key="stage" tone={running.isRunning ? "info" : "neutral"}>
            {running.stage}
          </Tag>,
          view.need < 3 && !isStaffOfUnit && (
            <Tag key="need" tone="neutral">
              {needWords[view.need]}
            </Tag>
          ),
          person.status === "DECEASED" && "已去世，由家属领取",
        ].filter(Boolean)}
      />
      <Steps label="办到哪一步" items={stepsOf(reliefTable, running.loaded, view.timeline)} />
      <Columns
        main={<ReliefFacts view={view} isOfficer={isOfficer} isUnit={isStaffOfUnit} />}
        side={<ReliefSide view={view} isLeader={permit.reach.isLeader} isOfficer={isOfficer} />}
      />
    </>
  );
}
