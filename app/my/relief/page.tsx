import { HiddenField, SelectField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { BigButton, Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { yuan } from "@/lib/money";
import { sendMyPaperAction } from "@/lib/relief/handling/actions";
import { myReliefs, type MyRelief } from "@/lib/relief/mine/queries";
import { withdrawMineAction } from "@/lib/relief/reports/actions";
import { reliefPapers } from "@/lib/relief/words";
import { uploadAccept } from "@/lib/uploads";
import { MyFrame } from "../frame";

export const metadata = { title: "遇上急事" };

export default async function MyReliefPage() {
  const permit = await authorise("my.relief");
  const mine = await myReliefs(permit);
  const isRunning = mine.some((one) => one.isRunning);

  return (
    <MyFrame back="/my">
      <WorkerHead
        title="遇上急事"
        {...(mine.length > 0 ? {} : { lead: "着火、突然重病、出意外、家里有人去世，都可以说。" })}
      />
      {mine.map((one) => (
        <Mine key={one.caseId} mine={one} />
      ))}
      <Choice
        href="/my/relief/report"
        title={isRunning ? "又遇上别的急事" : "告诉工会"}
        sub={isRunning ? "不是上面这件事的，再说一次" : "说几样就行，有单子可以拍照"}
        icon="heart"
        main={!isRunning}
      />
      {!isRunning && (
        <Says title="说了以后">
          两天以内有两个人去看看您，急用钱的可以先发一点，手续后补。批了多少、为什么没批，这里都能看到。
        </Says>
      )}
    </MyFrame>
  );
}

function Mine({ mine }: { mine: MyRelief }) {
  return (
    <section className="mb-4 grid gap-4" aria-label={`${mine.title}，${mine.happenedSpoken}`}>
      <Says tone={mine.isRunning ? "info" : "neutral"} title={`${mine.title}：${mine.short}`}>
        {mine.says}
      </Says>
      {mine.grantedFen !== null && (
        <Says tone="ok" title={`${yuan(mine.grantedFen)} 元`}>
          批给您家的救助金。领的时候要签字。
        </Says>
      )}
      {mine.returnNote && <Says tone="warn">{mine.returnNote}</Says>}
      {mine.answer && <Says title="答复">{mine.answer}</Says>}
      {mine.isRunning && (
        <FoldedForm summary="拍张单子交上去" look="button" action={sendMyPaperAction} id={`paper-${mine.caseId}`}>
          <HiddenField name="caseId" value={mine.caseId} />
          <SelectField name="kind" label="是什么单子？" options={optionsOf(reliefPapers)} />
          <FileField name="file" label="拍照，或选手机里的照片" accept={uploadAccept} hint="拍清楚、拍全" />
          <SubmitButton wide>交上去</SubmitButton>
        </FoldedForm>
      )}
      {mine.mayWithdraw && (
        <FoldedForm summary="不用帮了" action={withdrawMineAction} id={`withdraw-${mine.caseId}`}>
          <HiddenField name="caseId" value={mine.caseId} />
          <HiddenField name="version" value={String(mine.version)} />
          <p>撤回以后就不再办了，需要的时候可以再说。</p>
          <SubmitButton tone="outline" wide>
            确定撤回
          </SubmitButton>
        </FoldedForm>
      )}
      <BigButton href={`/my/cases/${mine.caseId}`}>看办理经过</BigButton>
    </section>
  );
}
