import { HiddenField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { spokenDate } from "@/lib/dates";
import { cancelMineAction } from "@/lib/dormitories/visits/actions";
import { myVisits, type VisitLine } from "@/lib/dormitories/visits/queries";
import { MyFrame } from "../../frame";

export const metadata = { title: "家里人来住" };

export default async function MyVisitPage() {
  const permit = await authorise("my.dormitory");
  const visits = await myVisits(permit);

  return (
    <MyFrame back="/my/dormitory">
      <WorkerHead title="家里人来住" lead="爱人、孩子、父母来看您，可以订一间探亲房。" />
      {visits.map((visit) => (
        <Visit key={visit.id} visit={visit} today={permit.today} />
      ))}
      <Choice href="/my/dormitory/visit/new" title="订一间探亲房" sub="说清哪天来、谁来就行" icon="calendar" main />
    </MyFrame>
  );
}

const looks = {
  BOOKED: { tone: "ok", title: "订好了" },
  STAYING: { tone: "ok", title: "正在住" },
  LEFT: { tone: "neutral", title: "已经走了" },
  NO_SHOW: { tone: "warn", title: "那次没有来" },
  CANCELLED: { tone: "neutral", title: "取消了" },
} as const;

function Visit({ visit, today }: { visit: VisitLine; today: string }) {
  const { tone, title } = looks[visit.state];
  const days = `${spokenDate(visit.fromOn, today)}来，${spokenDate(visit.toOn, today)}走，住 ${visit.nights} 晚。`;
  const ended = visit.state === "CANCELLED" && visit.endReason !== "本人取消" ? `原因：${visit.endReason}。` : "";
  const police =
    visit.state === "BOOKED" && visit.isPoliceNeeded ? "住的晚数多，来了先到派出所登记，再找管理员拿钥匙。" : "";

  return (
    <div className="mb-4 grid gap-2">
      <Says tone={tone} title={`${title}：${visit.where}`}>
        {`${visit.relation}${visit.relative}，${days}${police}${ended}`}
      </Says>
      {visit.state === "BOOKED" && (
        <FoldedForm summary="不来了，取消" action={cancelMineAction} id={`cancel-${visit.id}`}>
          <HiddenField name="bookingId" value={visit.id} />
          <HiddenField name="version" value={String(visit.version)} />
          <p>取消以后，别人就能订这几晚。</p>
          <SubmitButton tone="outline" wide>
            确定取消
          </SubmitButton>
        </FoldedForm>
      )}
    </div>
  );
}
