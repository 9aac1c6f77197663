import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { authorise, permitIf } from "@/lib/auth/gate";
import { groupChoices, viewGroups } from "@/lib/hardship/visits/groups/queries";
import { GroupFilter } from "@/lib/hardship/visits/groups/schema";
import { GroupForm } from "./_components/group-form";
import { GroupHouseholds } from "./_components/group-households";
import { GroupTable } from "./_components/group-table";
import { UnitForms } from "./_components/unit-forms";
import { VisitProgressCard } from "./_components/visit-progress";

export const metadata = { title: "走访组" };

/** Forming the groups: who goes, when, which way, and to which households. */
export default async function VisitGroupsPage({ params, searchParams }: PageProps<"/hardship/visits/[id]/groups">) {
  const permit = await authorise("hardship.organiseVisits");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const filter = GroupFilter.parse(await searchParams);
  const [view, choices, looking] = await Promise.all([
    viewGroups(permit, id.data, filter),
    groupChoices(permit),
    permitIf("hardship.view"),
  ]);
  const group = view.groups.find((one) => one.id === filter.group);

  return (
    <>
      <PageHead
        title="走访组"
        sub={`${view.campaign.name}，最晚 ${view.campaign.finishBy} 走访完`}
        crumbs={[
          { label: "春节走访慰问", href: "/hardship/visits" },
          { label: view.campaign.name, href: `/hardship/visits/${id.data}` },
          { label: "走访组" },
        ]}
      />
      <Columns
        main={
          <>
            <Card title="各组">
              <GroupTable view={view} current={filter.group} />
            </Card>
            <GroupHouseholds view={view} filter={filter} name={group?.name} />
            {looking && view.campaign.stage === "VISITING" && (
              <VisitProgressCard permit={looking} campaignId={id.data} />
            )}
          </>
        }
        side={
          view.mayForm && (
            <>
              <UnitForms view={view} />
              <GroupForm
                campaignId={id.data}
                choices={choices}
                today={permit.today}
                finishBy={view.campaign.finishBy}
                {...(group ? { group } : {})}
              />
            </>
          )
        }
      />
    </>
  );
}
