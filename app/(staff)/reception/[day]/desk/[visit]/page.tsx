import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns, Stack } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { relationWords } from "@/lib/reception/bookings/words";
import { viewVisit } from "@/lib/reception/matters/queries";
import { visitWords } from "@/lib/reception/queue/words";
import { idIn } from "../../../query";
import { FinishForm } from "./_components/finish-form";
import { MatterForm } from "./_components/matter-form";
import { EarlierMatters, RecordedMatters } from "./_components/matter-lists";

export const metadata = { title: "登记事项" };

const Query = z.object({ recorded: z.string().max(30).optional().catch(undefined) });
type Props = { params: Promise<{ day: string; visit: string }>; searchParams: Promise<Record<string, string>> };

/** What a visitor says, one matter after the other, until the talk is over. */
export default async function VisitPage({ params, searchParams }: Props) {
  const permit = await authorise("reception.recordMatter");
  const { day, visit: visitId } = await params;
  const { recorded } = Query.parse(await searchParams);
  const visit = await viewVisit(permit, idIn(visitId));
  if (visit.dayId !== idIn(day)) notFound();
  const units = await handlingUnits(permit);
  const isOpen = visit.dayState !== "FILED" && (visit.state === "IN_MEETING" || visit.state === "DONE");

  return (
    <>
      <PageHead
        title={`${visit.queueNo ?? ""}号 ${visit.visitorName}`}
        sub={`${visit.dateWords} ${visit.leader ? `${visit.leader.post} ${visit.leader.name} 接待` : ""} ${visit.times}`}
        crumbs={[
          { label: "接待日", href: `/reception/${visit.dayId}` },
          { label: "当天接待", href: `/reception/${visit.dayId}/desk` },
          { label: "登记事项" },
        ]}
      />
      <IdentityBar
        name={visit.personName ?? visit.visitorName}
        items={[
          visit.unit ?? "花名册里没有",
          visit.age === null ? null : `${visit.age} 岁`,
          visit.relation === "SELF" ? null : `${relationWords[visit.relation]} ${visit.visitorName} 来访`,
          visit.partySize > 1 ? `一共 ${visit.partySize} 人` : null,
          visit.topic ? `预约时说：${visit.topic}` : "没有预约",
          visit.isGreen && (
            <Tag key="green" tone="ok">
              绿色通道
            </Tag>
          ),
          <Tag key="state">{visitWords[visit.state]}</Tag>,
        ].filter(Boolean)}
      />
      {recorded && <Notice tone="ok" live title={`已登记 ${recorded}。还有别的事就接着记，没有就点「谈完了」`} />}
      <Columns
        main={
          isOpen ? (
            <Card title={visit.matters.length > 0 ? "再登记一件" : "登记事项"}>
              <MatterForm visit={visit} units={units} />
            </Card>
          ) : (
            <Notice title="这次来访现在不能登记事项">先在接待台叫号、请他进门，再登记。</Notice>
          )
        }
        side={
          <Stack>
            <RecordedMatters matters={visit.matters} reason={visit.noMatterReason} />
            {visit.state === "IN_MEETING" && <FinishForm visit={visit} />}
            <EarlierMatters matters={visit.earlier} />
          </Stack>
        }
      />
    </>
  );
}
