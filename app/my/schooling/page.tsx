import { OtherParentFields } from "@/components/schooling/other-parent-fields";
import { CheckboxField, DateField, HiddenField, SelectField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { BigButton, Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { spokenDate } from "@/lib/dates";
import { deadlinesOf } from "@/lib/schooling/checklist/rules";
import { deadlineText } from "@/lib/schooling/checklist/words";
import { submitMineAction } from "@/lib/schooling/decisions/actions";
import { placedTotal } from "@/lib/schooling/figures/queries";
import type { Intake } from "@/lib/schooling/intakes/queries";
import { sendMyPaperAction } from "@/lib/schooling/materials/actions";
import { myChildren, type MyChild } from "@/lib/schooling/mine/queries";
import { recordMyOtherAction } from "@/lib/schooling/parents/actions";
import { ownReminder } from "@/lib/schooling/planner/queries";
import { withdrawMineAction } from "@/lib/schooling/registration/actions";
import { uploadAccept } from "@/lib/uploads";
import { MyFrame } from "../frame";

export const metadata = { title: "孩子上学" };

export default async function MySchoolingPage() {
  const permit = await authorise("my.schooling");
  const [children, reminder, placed] = await Promise.all([
    myChildren(permit),
    ownReminder(permit),
    placedTotal(permit),
  ]);

  return (
    <MyFrame back="/my">
      <WorkerHead
        title="孩子上学"
        lead={children.length === 0 ? "外地户口的职工，孩子想在这边上学，工会帮着办。" : undefined}
      />
      {reminder && <Reminder intake={reminder} today={permit.today} />}
      {children.map((child) => (
        <Child key={child.caseId} child={child} />
      ))}
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
function Reminder({ intake, today }: { intake: Intake; today: string }) {
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
    </Says>
  );
}

function Child({ child }: { child: MyChild }) {
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
      {child.isRunning && <Papers child={child} />}
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

function Papers({ child }: { child: MyChild }) {
  return (
    <>
      <h3 className="text-head">{child.wanted.length > 0 ? `还差 ${child.wanted.length} 样材料` : "材料齐了"}</h3>
      {child.wanted.length > 0 && (
        <ul className="grid gap-2">
          {child.wanted.map((paper) => (
            <li key={paper.kind}>
              <strong>{paper.word}</strong>
              {paper.problem && `：${paper.problem}`}
              {paper.where && <span className="block">{paper.where}</span>}
            </li>
          ))}
        </ul>
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
        <FoldedForm summary="拍照交一样" look="button" action={sendMyPaperAction} id={`paper-${child.caseId}`}>
          <HiddenField name="caseId" value={child.caseId} />
          <SelectField
            name="kind"
            label="交哪一样？"
            options={child.wanted.map(({ kind, word }) => ({ value: kind, label: word }))}
          />
          <FileField name="file" label="拍照，或选手机里的照片" accept={uploadAccept} hint="拍清楚、拍全" />
          {child.wanted.some(({ isOfBoth }) => isOfBoth) && (
            <CheckboxField
              name="coversOther"
              label="另一方家长的也在里面"
              hint="户口簿、身份证、不动产查询要两个人的，两张一起拍"
            />
          )}
          <DateField name="validUntil" label="居住证到哪天？" hint="交居住证才填" optional />
          <DateField name="from" label="从哪天？" hint="交租房备案、社保才填" optional />
          <DateField name="to" label="到哪天？" optional />
          <SubmitButton wide>交上去</SubmitButton>
        </FoldedForm>
      )}
      <p>不会拍的，把材料拿给单位联络员，他帮您交。</p>
    </>
  );
}
