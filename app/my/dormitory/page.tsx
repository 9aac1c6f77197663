import { DateField, HiddenField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { BigButton, Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { completeMineAction, declineMineAction, withdrawMineAction } from "@/lib/dormitories/application/actions";
import { myDormitory, type MyDormitory } from "@/lib/dormitories/mine/queries";
import { acceptMineAction } from "@/lib/dormitories/repairs/actions";
import { myRepairs, type MyRepair } from "@/lib/dormitories/repairs/acceptance/queries";
import { tellMyLeavingAction } from "@/lib/dormitories/stays/actions";
import { MyFrame } from "../frame";

export const metadata = { title: "住宿舍" };

export default async function MyDormitoryPage() {
  const permit = await authorise("my.dormitory");
  const [mine, repairs] = await Promise.all([myDormitory(permit), myRepairs(permit)]);

  return (
    <MyFrame back="/my">
      <WorkerHead title="住宿舍" lead={mine.mayApply ? "离家远、没有房子，可以申请住职工宿舍。" : undefined} />
      {mine.stay && <MyBed stay={mine.stay} />}
      {repairs.map((repair) => (
        <Repair key={repair.id} repair={repair} />
      ))}
      <div className="mt-4">
        <Choice href="/my/dormitory/visit" title="家里人来住" sub="爱人、孩子、父母来，订一间探亲房" icon="people" />
        {mine.stay?.isLiving && (
          <Choice href="/my/dormitory/bills" title="我的水电费" sub="每个月摊多少、怎么算的" icon="coins" />
        )}
      </div>
      {mine.case && <MyWish wish={mine.case} />}
      {mine.mayApply && (
        <>
          <Choice href="/my/dormitory/apply" title="申请住宿舍" sub="说两样就行" icon="bed" main />
          <Says title="申请以后">单位先核实，再排队。排队的次序对谁都一样，前面还有几位，这里看得到。</Says>
        </>
      )}
    </MyFrame>
  );
}

function Repair({ repair }: { repair: MyRepair }) {
  return (
    <div className="mt-4 grid gap-2">
      <Says tone={repair.mayAccept ? "warn" : "neutral"} title={repair.title}>
        {repair.says}
      </Says>
      {repair.mayAccept && (
        <Form action={acceptMineAction} id={`accept-${repair.id}`}>
          <HiddenField name="ticketId" value={repair.id} />
          <HiddenField name="version" value={String(repair.version)} />
          <SubmitButton wide>修好了，我验收</SubmitButton>
        </Form>
      )}
      {repair.mayAccept && <BigButton href={`/my/cases/${repair.caseId}`}>没修好，看办理经过</BigButton>}
    </div>
  );
}

function MyBed({ stay }: { stay: NonNullable<MyDormitory["stay"]> }) {
  const help = stay.warden ? `有事找管理员${stay.warden}。` : "";
  if (!stay.isLiving)
    return stay.isAllotted ? (
      <Says tone="ok" title={stay.where}>{`请在${stay.lastDay}以前带身份证去办入住，过期就给下一位。${help}`}</Says>
    ) : (
      <Says tone="info" title="给您留了一张床">
        手续走完才能定下来，先别搬。
      </Says>
    );

  return (
    <div className="grid gap-4">
      <Says tone="ok" title={stay.where}>{`您现在住这里。${help}`}</Says>
      <Choice href="/my/dormitory/repair" title="宿舍东西坏了" sub="停水停电也在这里说" icon="wrench" main />
      {stay.leaving && <Says tone="info">{`您说过打算 ${stay.leaving} 搬走。`}</Says>}
      <FoldedForm summary="不住了，想搬走" action={tellMyLeavingAction} id="leaving">
        <HiddenField name="stayId" value={stay.id} />
        <HiddenField name="version" value={String(stay.version)} />
        <DateField name="leavingOn" label="打算哪天搬走？" />
        <SubmitButton tone="outline" wide>
          告诉管理员
        </SubmitButton>
      </FoldedForm>
    </div>
  );
}

function MyWish({ wish }: { wish: NonNullable<MyDormitory["case"]> }) {
  const which = (
    <>
      <HiddenField name="caseId" value={wish.id} />
      <HiddenField name="version" value={String(wish.version)} />
    </>
  );

  return (
    <div className="grid gap-4">
      <Says tone="info" title={wish.short}>
        {wish.says}
      </Says>
      {wish.before !== null && (
        <Says title="排到哪里了">
          {wish.before === 0 ? "您排在最前面，有合适的床就给您。" : `您前面还有 ${wish.before} 位。`}
        </Says>
      )}
      {wish.note && <Says tone="warn">{wish.note}</Says>}
      {wish.mayComplete && (
        <Form action={completeMineAction} id="complete">
          {which}
          <SubmitButton wide>补齐了</SubmitButton>
        </Form>
      )}
      {wish.mayWithdraw && (
        <FoldedForm summary="不申请了" action={withdrawMineAction} id="withdraw">
          {which}
          <p>撤回以后要重新排队。</p>
          <SubmitButton tone="outline" wide>
            确定撤回
          </SubmitButton>
        </FoldedForm>
      )}
      {wish.mayDecline && (
        <FoldedForm summary="这张床我不要了" action={declineMineAction} id="decline">
          {which}
          <p>不要的话就给下一位，以后想住要重新申请。</p>
          <SubmitButton tone="outline" wide>
            不要这张床
          </SubmitButton>
        </FoldedForm>
      )}
      <BigButton href={`/my/cases/${wish.id}`}>看办理经过</BigButton>
    </div>
  );
}
