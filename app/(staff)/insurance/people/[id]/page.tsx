import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { viewInsured } from "@/lib/insurance/view/queries";
import { employmentWords } from "@/lib/people/words";
import { InsuredFacts } from "./_components/insured-facts";
import { InsuredSide } from "./_components/insured-side";
import { WaiverCard } from "./_components/waiver-card";

export const metadata = { title: "职工社保" };

export default async function InsuredPersonPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("insurance.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewInsured(permit, id.data);
  const { person, missing, owed } = view;

  return (
    <>
      <PageHead
        title={`${person.name}的社保`}
        crumbs={[{ label: "社会保险", href: "/insurance" }, { label: person.name }]}
        actions={
          !view.changes.some(({ isRunning }) => isRunning) && (
            <Button href={`/insurance/changes/new?person=${person.id}`} tone="primary">
              {missing.length > 0 ? "填增员表" : "填减员表"}
            </Button>
          )
        }
      />
      <IdentityBar
        name={person.name}
        href={`/people/${person.id}`}
        items={[
          view.unit,
          `工号 ${person.staffNo}`,
          [employmentWords[person.employmentType], person.agencyName].filter(Boolean).join(" · "),
          <Tag key="state" tone={owed.length === 0 ? "neutral" : missing.length === 0 ? "ok" : "late"}>
            {owed.length === 0 ? "不用参保" : missing.length === 0 ? "该办的都办了" : `还缺 ${missing.length} 险`}
          </Tag>,
        ]}
      />
      <Columns
        main={<InsuredFacts view={view} />}
        side={
          <>
            <InsuredSide view={view} today={permit.today} by={permit.actor.name} />
            {missing.length > 0 && <WaiverCard view={view} today={permit.today} />}
          </>
        }
      />
    </>
  );
}
