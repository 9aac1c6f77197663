import { BigButton, Choice, Says, WorkerHead } from "@/components/ui/worker";
import { HiddenField, SelectField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { authorise } from "@/lib/auth/gate";
import { withdrawMineAction } from "@/lib/hardship/application/actions";
import { sendMyPaperAction } from "@/lib/hardship/mine/actions";
import { myFile, type MyFile } from "@/lib/hardship/mine/queries";
import { uploadAccept } from "@/lib/uploads";
import { MyFrame } from "../frame";

export const metadata = { title: "家里有困难" };

export default async function MyHardshipPage() {
  const permit = await authorise("my.hardship");
  const mine = await myFile(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="家里有困难" lead={mine ? undefined : "有人得了大病、遭了灾、挣得少人口多，都可以申请。"} />
      {mine?.isOnFile && (
        <Says tone="ok" title="您家在困难档案里">
          {mine.level}。{mine.reviewSpoken && `${mine.reviewSpoken}以前会再核实一次。`}
        </Says>
      )}
      {mine?.case && <MyApplication mine={mine} />}
      {(!mine || mine.mayApply) && (
        <>
          <Choice href="/my/hardship/apply" title="申请帮助" sub="填几样就行，材料可以用手机拍" icon="heart" main />
          <Says title="申请以后">
            单位工会会派两个人到家里看看，局工会核实、公示，领导批。公示只写姓和单位，不写家里的事。
          </Says>
        </>
      )}
    </MyFrame>
  );
}

function MyApplication({ mine }: { mine: MyFile }) {
  const application = mine.case;
  if (!application) return null;
  const wanted = mine.papers.filter(({ isHere }) => !isHere);

  return (
    <div className="grid gap-4">
      {(application.isRunning || !mine.isOnFile) && (
        <Says tone="info" title={application.short}>
          {application.says}
        </Says>
      )}
      {application.returnNote && <Says tone="warn">{application.returnNote}</Says>}
      {application.answer && !mine.isOnFile && <Says title="答复">{application.answer}</Says>}
      {mine.papersFor && (
        <>
          <h2 className="text-head">{wanted.length > 0 ? `还差 ${wanted.length} 样材料` : "材料齐了"}</h2>
          <ul className="grid gap-1">
            {mine.papers.map(({ kind, word, isHere }) => (
              <li key={kind}>{isHere ? `✓ ${word}` : `· ${word}`}</li>
            ))}
          </ul>
          {wanted.length > 0 && (
            <FoldedForm summary="拍照交一样" look="button" action={sendMyPaperAction} id="paper">
              <HiddenField name="assessmentId" value={mine.papersFor} />
              <SelectField
                name="kind"
                label="交哪一样？"
                options={wanted.map(({ kind, word }) => ({ value: kind, label: word }))}
              />
              <FileField
                name="file"
                label="拍照，或选手机里的照片"
                accept={uploadAccept}
                hint="拍清楚、拍全；原件以后带来看一眼"
              />
              <SubmitButton wide>交上去</SubmitButton>
            </FoldedForm>
          )}
          <p>不会拍的，把材料拿给单位联络员，他帮您交。</p>
        </>
      )}
      {application.mayWithdraw && (
        <FoldedForm summary="不申请了" action={withdrawMineAction} id="withdraw">
          <HiddenField name="caseId" value={application.id} />
          <HiddenField name="version" value={String(application.version)} />
          <p>撤回以后就不再办了，想办可以重新申请。</p>
          <SubmitButton tone="outline" wide>
            确定撤回
          </SubmitButton>
        </FoldedForm>
      )}
      <BigButton href={`/my/cases/${application.id}`}>看办理经过</BigButton>
    </div>
  );
}
