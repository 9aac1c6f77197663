import { z } from "zod";
import { OtherParentFields } from "@/components/schooling/other-parent-fields";
import { CheckboxField, DateField, HiddenField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { BigButton, Choice, Says, WorkerHead } from "@/components/ui/worker";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { attachmentKind } from "@/lib/cases/attachments/schema";
import { spokenDate } from "@/lib/dates";
import { deadlinesOf, withEnd, withPeriods } from "@/lib/schooling/checklist/rules";
import { deadlineText } from "@/lib/schooling/checklist/words";
import { submitMineAction } from "@/lib/schooling/decisions/actions";
import { placedTotal } from "@/lib/schooling/figures/queries";
import type { Intake } from "@/lib/schooling/intakes/queries";
import { sendMyPaperAction } from "@/lib/schooling/materials/actions";
import { myChildren, type MyChild } from "@/lib/schooling/mine/queries";
import { recordMyOtherAction } from "@/lib/schooling/parents/actions";
import { ownMessage, ownReminder, type OwnMessage } from "@/lib/schooling/planner/queries";
import { knowReminderAction } from "@/lib/schooling/reminders/actions";
import { withdrawMineAction } from "@/lib/schooling/registration/actions";
import { uploadAccept } from "@/lib/uploads";
import type { AttachmentKind } from "@/prisma/generated/enums";
import { MyFrame } from "../frame";

export const metadata = { title: "孩子上学" };

const Query = z.object({
  child: z.uuid().optional().catch(undefined),
  paper: attachmentKind.optional().catch(undefined),
});

export default async function MySchoolingPage({ searchParams }: PageProps<"/my/schooling">) {
  const permit = await authorise("my.schooling");
  const query = Query.parse(await searchParams);
  const [children, reminder, message, placed] = await Promise.all([
    myChildren(permit),
    ownReminder(permit),
    ownMessage(permit),
    placedTotal(permit),
  ]);

  return (
    <MyFrame back="/my">
      <WorkerHead
        title="孩子上学"
        lead={children.length === 0 ? "外地户口的职工，孩子想在这边上学，工会帮着办。" : undefined}
      />
      {reminder && <Reminder intake={reminder} message={message} today={permit.today} />}
      {children.map((child) => (
        <Child key={child.caseId} child={child} chosen={child.caseId === query.child ? query.paper : undefined} />
      ))}
      <div className="mt-4" />
      <Choice
        href="/my/schooling/new"
        title={children.length > 0 ? "再登记一个孩子" : "登记孩子上学"}
        sub="准备好户口簿，上面有孩子的身份证号"
        icon="list"
        main={children.length === 0}
      />
      <Says title="怎么办">
        先登记，联络员和您一起备材料；单位看、工会看，工会给教育局写函；教育局看两次材料，再安排学校。学校由教育局定。
        {placed > 0 && `已经有 ${placed} 个孩子这样上了学。`}
      </Says>
    </MyFrame>
  );
}

/** Autumn is when it still helps: what has to run by when, before anybody has registered. */
type ReminderProps = { intake: Intake; message: OwnMessage | null; today: string };

function Reminder({ intake, message, today }: ReminderProps) {
  const ahead = deadlinesOf({ dwelling: "RENTED" }, intake.dates).filter(({ by }) => by >= today);

  return (
    <Says tone="warn" title={`您家孩子 ${intake.year} 年该上学了`}>
      现在就要准备：
      <ul>
        {ahead.map((deadline) => (
          <li key={deadline.key}>{deadlineText(deadline, spokenDate(deadline.by, today))}</li>
        ))}
      </ul>
      住单位宿舍的不用租房备案，工会给您开证明。
      {message && (
        <Form action={knowReminderAction} id="know">
          <HiddenField name="reminderId" value={message.id} />
          <p>工会 {spokenDate(message.sentOn, today)} 提醒您的。</p>
          <SubmitButton tone="outline" wide>
            知道了
          </SubmitButton>
        </Form>
      )}
    </Says>
  );
}

function Child({ child, chosen }: { child: MyChild; chosen: AttachmentKind | undefined }) {
  return (
    <section className="grid gap-4" aria-label={`${child.name}上学`}>
      <h2 className="text-head">
        {child.name}，{child.intakeYear} 年上{child.stageWord}
      </h2>
      <Says tone={child.isRunning ? "info" : "ok"} title={child.short}>
        {child.says}
        {child.school && `学校：${child.school}。`}
      </Says>
      {child.returnNote && <Says tone="warn">{child.returnNote}</Says>}
      {child.answer && <Says tone="warn">{child.answer}</Says>}
      {!child.isRegistrant && (
        <p>
          {child.registrant}登记的，交材料由{child.registrant}交，您在这里看办到哪一步。
        </p>
      )}
      {child.asksOther && <Other child={child} isOpen />}
      {child.isRunning && <Papers child={child} chosen={chosen} />}
      {child.maySubmit && (
        <Form action={submitMineAction} id={`submit-${child.caseId}`}>
          <Which child={child} />
          <SubmitButton wide>材料备齐了，交上去</SubmitButton>
        </Form>
      )}
      {child.mayWithdraw && (
        <FoldedForm summary="不办了" action={withdrawMineAction} id={`withdraw-${child.caseId}`}>
          <Which child={child} />
          <p>撤回以后就不再办了，想办可以重新登记。</p>
          <SubmitButton tone="outline" wide>
            确定撤回
          </SubmitButton>
        </FoldedForm>
      )}
      {child.isRegistrant && child.isRunning && !child.asksOther && <Other child={child} />}
      {child.isRegistrant && <BigButton href={`/my/cases/${child.caseId}`}>看办理经过</BigButton>}
    </section>
  );
}

function Which({ child }: { child: MyChild }) {
  return (
    <>
      <HiddenField name="caseId" value={child.caseId} />
      <HiddenField name="version" value={String(child.version)} />
    </>
  );
}

/** Who the other parent is: asked first, because half of the papers are wanted of both. */
function Other({ child, isOpen = false }: { child: MyChild; isOpen?: boolean }) {
  return (
    <FoldedForm
      summary={isOpen ? "先填孩子的另一方家长" : "改另一方家长"}
      look={isOpen ? "button" : "link"}
      action={recordMyOtherAction}
      id={`other-${child.caseId}`}
    >
      <HiddenField name="caseId" value={child.caseId} />
      <OtherParentFields />
      <SubmitButton wide>保存</SubmitButton>
    </FoldedForm>
  );
}

type SendPaperProps = { child: MyChild; paper: MyChild["wanted"][number] };

/** One paper, photographed: only what this paper tells is asked for. */
function SendPaper({ child, paper }: SendPaperProps) {
  return (
    <section
      id="send-paper"
      className="grid gap-3 rounded-sheet border-2 border-ink p-4"
      aria-label={`交${paper.word}`}
    >
      <h4 className="text-head">{paper.word}</h4>
      {paper.problem && <p>{paper.problem}</p>}
      <p>{paper.where}</p>
      <Form action={sendMyPaperAction} id={`paper-${child.caseId}`}>
        <HiddenField name="caseId" value={child.caseId} />
        <HiddenField name="kind" value={paper.kind} />
        <FileField name="file" label="拍照，或选手机里的照片" accept={uploadAccept} hint="拍清楚、拍全" />
        {paper.isOfBoth && (
          <CheckboxField name="coversOther" label="另一方家长的也在里面" hint="要两个人的，放一起拍" />
        )}
        {withEnd.includes(paper.kind) && <DateField name="validUntil" label="上面写的到哪天？" optional />}
        {withPeriods.includes(paper.kind) && (
          <>
            <DateField name="from" label="从哪天？" optional />
            <DateField name="to" label="到哪天？" optional />
          </>
        )}
        <SubmitButton wide>交上去</SubmitButton>
      </Form>
      <TextLink href="/my/schooling">先不交</TextLink>
    </section>
  );
}

function Papers({ child, chosen }: { child: MyChild; chosen: AttachmentKind | undefined }) {
  return (
    <>
      <h3 className="text-head">{child.wanted.length > 0 ? `还差 ${child.wanted.length} 样材料` : "材料齐了"}</h3>
      {child.wanted.map((paper) =>
        paper.kind === chosen ? (
          <SendPaper key={paper.kind} child={child} paper={paper} />
        ) : child.isRegistrant ? (
          <Choice
            key={paper.kind}
            href={`/my/schooling?child=${child.caseId}&paper=${paper.kind}#send-paper`}
            title={paper.word}
            sub={[paper.problem, paper.where].filter(Boolean).join("。")}
            icon="file"
          />
        ) : (
          <p key={paper.kind}>
            <strong>{paper.word}</strong>：{paper.problem ?? paper.where}
          </p>
        ),
      )}
      {!child.asksOther && <p>孩子的另一方家长：{child.other}。</p>}
      {child.isHoused && <p>您住单位宿舍，不用租房备案，工会给您开宿舍居住证明。</p>}
      {child.deadlines.length > 0 && (
        <Says title="别误了日子">
          <ul>
            {child.deadlines.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Says>
      )}
      {child.isRegistrant && child.wanted.length > 0 && (
        <p>点一样，拍照交上来。不会拍的，把材料拿给单位联络员，他帮您交。</p>
      )}
    </>
  );
}
