import { notFound } from "next/navigation";
import { z } from "zod";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { stepsOf } from "@/lib/cases/view/rules";
import { codeOf } from "@/lib/insurance/changes/rules";
import { viewChange } from "@/lib/insurance/changes/view/queries";
import { tableOf } from "@/lib/stages";
import { ChangeFacts } from "./_components/change-facts";
import { ChangeSide } from "./_components/change-side";

export const metadata = { title: "增减员表" };

export default async function ChangePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("insurance.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewChange(permit, id.data);
  const { person, change, loaded } = view;

  return (
    <>
      <PageHead
        title={`${change.isIncrease ? "增员" : "减员"} · ${person.name}`}
        crumbs={[
          { label: "社会保险", href: "/insurance" },
          { label: "增减员", href: "/insurance/changes" },
          { label: loaded.number },
        ]}
      />
      <IdentityBar
        name={person.name}
        href={`/insurance/people/${person.id}`}
        items={[
          person.unit,
          `工号 ${person.staffNo}`,
          codeOf(change.code),
          <Tag key="stage" tone={loaded.status === "closed" ? "ok" : "info"}>
            {view.stage}
          </Tag>,
        ]}
      />
      <Steps label="办到哪一步" items={stepsOf(tableOf(loaded.stageTable), loaded, view.timeline)} />
      <Columns main={<ChangeFacts view={view} />} side={<ChangeSide view={view} today={permit.today} />} />
    </>
  );
}
