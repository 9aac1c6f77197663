import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton, type FormAction } from "@/components/ui/form";
import type { BatchView } from "@/lib/imports/queries";

type DecisionsProps = {
  batch: BatchView;
  /** null: somebody else has to confirm, the page says who */
  confirm: FormAction | null;
  drop: FormAction;
  undo: FormAction;
  wrongRowsHref: string;
  uploadHref: string;
};

/** What can be done with the batch now: confirm it, correct it, drop it, or take it back. */
export function ImportDecisions({ batch, ...acts }: DecisionsProps) {
  const isOpen = batch.state === "CHECKED" || (batch.state === "WRITING" && batch.isCutOff);
  if (batch.state === "DONE") return batch.isForgotten ? null : <TakeBack batch={batch} undo={acts.undo} />;
  if (!isOpen) return null;
  const { NEW, CHANGED, WRONG } = batch.counts;
  const right = NEW + CHANGED;

  return (
    <Card title={right === 0 ? "没有可以导入的行" : acts.confirm ? "确认导入" : "等负责人确认"} tone="next">
      {WRONG > 0 && <WrongRows batch={batch} wrongRowsHref={acts.wrongRowsHref} uploadHref={acts.uploadHref} />}
      {right > 0 && acts.confirm && (
        <Form action={acts.confirm}>
          <HiddenField name="batchId" value={batch.id} />
          {WRONG > 0 ? (
            <RadioField
              name="mode"
              label="怎样导入"
              defaultValue="all"
              options={[
                { value: "all", label: "全部正确才导入", hint: `还有 ${WRONG} 行有错误，现在选这一项不会写入` },
                { value: "correct", label: `只导入正确的 ${right} 行`, hint: "有错误的行跳过，改正后可以再传一次" },
              ]}
            />
          ) : (
            <HiddenField name="mode" value="all" />
          )}
          <p className="text-ink-2">
            正确的行里，新增 {NEW} 行，更新 {CHANGED} 行。导入后还可以整批撤销，撤销只退回没有再办过的行。
          </p>
          <FormActions>
            <SubmitButton>{WRONG > 0 ? "确认导入" : `确认导入 ${right} 行`}</SubmitButton>
          </FormActions>
        </Form>
      )}
      <div className="mt-4 border-t border-line pt-3">
        <Form action={acts.drop} look="inline">
          <HiddenField name="batchId" value={batch.id} />
          <SubmitButton tone="outline" small>
            不导入了
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}

function WrongRows({
  batch,
  wrongRowsHref,
  uploadHref,
}: {
  batch: BatchView;
  wrongRowsHref: string;
  uploadHref: string;
}) {
  return (
    <div className="mb-4 grid gap-2">
      <p>
        有 <strong className="text-late">{batch.counts.WRONG}</strong> 行有错误。
        {batch.isOwn
          ? "下载后，错的格子标成红色，最后一列写着原因；改好直接上传。"
          : `只有上传的人（${batch.createdBy}）能下载这些行。`}
      </p>
      {batch.isOwn && (
        <div className="flex flex-wrap gap-3">
          <form method="get" action={wrongRowsHref}>
            <Button icon="download">下载错误数据</Button>
          </form>
          <Button href={uploadHref}>上传改好的表</Button>
        </div>
      )}
    </div>
  );
}

function TakeBack({ batch, undo }: { batch: BatchView; undo: FormAction }) {
  return (
    <div className="flex">
      <FoldedForm summary="撤销本次导入" look="danger" action={undo}>
        <HiddenField name="batchId" value={batch.id} />
        <p>新增的作废，更新的恢复原样；导入以后又有人办过的档案不动，会一一列出来。较大的表要等几秒钟。</p>
        <TextField name="reason" label="撤销原因" maxLength={200} />
        <FormActions>
          <SubmitButton tone="danger">撤销本次导入</SubmitButton>
        </FormActions>
      </FoldedForm>
    </div>
  );
}
