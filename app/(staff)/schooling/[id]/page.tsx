import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { attachmentKind } from "@/lib/cases/attachments/schema";
import { stepsOf } from "@/lib/cases/view/rules";
import { viewPlacement } from "@/lib/schooling/view/queries";
import { schoolStageWords } from "@/lib/schooling/words";
import { tableOf } from "@/lib/stages";
import { PlacementFacts } from "./_components/placement-facts";
import { PlacementSide } from "./_components/placement-side";

export const metadata = { title: "入学登记" };

const Query = z.object({ paper: attachmentKind.optional().catch(undefined) });

export default async function PlacementPage({ params, searchParams }: PageProps<"/schooling/[id]">) {
  const permit = await authorise("schooling.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { paper } = Query.parse(await searchParams);
  const view = await viewPlacement(permit, id.data);
  const { parent, running, facts } = view;
  const isOfficer = permit.reach.programmes.includes("schooling");

  return (
    <>
      <PageHead
        title={`${parent.name}的孩子`}
        sub={`${facts.intakeYear} 年度 · ${schoolStageWords[facts.schoolStage]}`}
        crumbs={[{ label: "随迁子女入学", href: "/schooling" }, { label: running.loaded.number }]}
        actions={
          isOfficer && (
            <>
              <Button href={`/schooling/${view.caseId}/employment`} icon="print">
                打印务工就业证明
              </Button>
              {view.other.kind === "WORKER" && (
                <Button href={`/schooling/${view.caseId}/employment?of=other`} icon="print">
                  另一方的务工证明
                </Button>
              )}
              {facts.needsCoordination && parent.isHoused && (
                <Button href={`/schooling/${view.caseId}/residence`} icon="print">
                  打印宿舍居住证明
                </Button>
              )}
            </>
          )
        }
      />
      <IdentityBar
        name={parent.name}
        href={`/people/${parent.id}`}
        items={[
          parent.unit,
          `工号 ${parent.staffNo}`,
          <Tag key="stage" tone={running.isRunning ? "info" : "neutral"}>
            {running.stage}
          </Tag>,
          facts.needsCoordination && (
            <Tag key="coordination" tone="warn">
              需协调
            </Tag>
          ),
        ].filter(Boolean)}
      />
      <Steps label="办到哪一步" items={stepsOf(tableOf(running.loaded.stageTable), running.loaded, view.timeline)} />
      <Columns
        main={<PlacementFacts view={view} isOfficer={isOfficer} today={permit.today} paper={paper} />}
        side={<PlacementSide view={view} isOfficer={isOfficer} />}
      />
    </>
  );
}
