import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { DateField, HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, Shown, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import {
  arriveVisitAction,
  cancelVisitAction,
  leaveVisitAction,
  missVisitAction,
  revealGuestAction,
} from "@/lib/dormitories/visits/actions";
import { viewVisit, type VisitLine } from "@/lib/dormitories/visits/queries";
import { visitWords } from "@/lib/dormitories/visits/words";

export const metadata = { title: "探亲房预订" };

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.living");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const [visit, mayAct, mayReveal, opensPeople] = await Promise.all([
    viewVisit(permit, id.data),
    may("dormitories.visit"),
    may("dormitories.revealGuest"),
    may("people.view"),
  ]);
  const who = `${visit.name}（${visit.staffNo}）`;

  return (
    <>
      <PageHead
        title={`${visit.name}家来探亲`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: "探亲房", href: "/dormitories/visits" },
          { label: visit.name },
        ]}
        sub={
          <>
            {`${visit.where}，${formatDate(visit.fromOn)} 到 ${formatDate(visit.toOn)}，住 ${visit.nights} 晚 `}
            <Tag tone={visit.state === "STAYING" ? "ok" : "neutral"}>{visitWords[visit.state]}</Tag>
          </>
        }
      />
      <Columns
        main={
          <Card title="谁来、住哪里">
            <Facts
              items={[
                {
                  label: "职工",
                  value: opensPeople ? <TextLink href={`/people/${visit.personId}`}>{who}</TextLink> : who,
                },
                { label: "来的人", value: `${visit.relation} ${visit.relative}`, sub: `一共 ${visit.guests} 人` },
                { label: "房间", value: visit.where },
                { label: "派出所登记", value: policeWords(visit) },
                { label: "怎么订的", value: visit.isOnBehalf ? "别人代订" : "职工自己在手机上订" },
                visit.endReason ? { label: "说明", value: visit.endReason } : null,
              ]}
            />
            {mayReveal && <Reveal bookingId={visit.id} />}
          </Card>
        }
        side={mayAct && <Acts visit={visit} today={permit.today} />}
      />
    </>
  );
}

function policeWords({ isPoliceNeeded, policeOn }: VisitLine): string {
  if (!isPoliceNeeded) return "住得短，不用登记";

  return policeOn ? `${formatDate(policeOn)} 登记过` : "要先登记，才能办入住";
}

function Reveal({ bookingId }: { bookingId: string }) {
  return (
    <div className="mt-3">
      <FoldedForm summary="查看来的人的全名" action={revealGuestAction} id="reveal">
        <HiddenField name="bookingId" value={bookingId} />
        <TextField name="reason" label="为什么要看" hint="不少于4个字，本人可以看到" maxLength={100} />
        <Shown fields={[{ name: "shown", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={30} />
        <SubmitButton tone="outline">查看</SubmitButton>
      </FoldedForm>
    </div>
  );
}

function Acts({ visit, today }: { visit: VisitLine; today: string }) {
  const which = (
    <>
      <HiddenField name="bookingId" value={visit.id} />
      <HiddenField name="version" value={String(visit.version)} />
    </>
  );
  if (visit.state === "STAYING")
    return (
      <Card title="下一步" tone="next">
        <Form action={leaveVisitAction} id="leave">
          {which}
          <p>走的时候收回钥匙。提前走的，剩下的晚上别人可以订。</p>
          <SubmitButton wide>办离开</SubmitButton>
        </Form>
      </Card>
    );
  if (visit.state !== "BOOKED") return null;

  return (
    <Card title="下一步" tone="next">
      <div className="grid gap-4">
        <Form action={arriveVisitAction} id="arrive">
          {which}
          {visit.isPoliceNeeded && <DateField name="policeOn" label="哪天到派出所登记的" max={today} />}
          <SubmitButton wide>办入住</SubmitButton>
        </Form>
        <Form action={missVisitAction} id="missed">
          {which}
          <SubmitButton tone="outline" wide>
            登记没有来
          </SubmitButton>
        </Form>
        <FoldedForm summary="取消这次预订" action={cancelVisitAction} id="cancel" look="danger">
          {which}
          <TextField name="reason" label="为什么取消" hint="职工看得到" maxLength={200} />
          <SubmitButton tone="danger">确定取消</SubmitButton>
        </FoldedForm>
      </div>
    </Card>
  );
}
