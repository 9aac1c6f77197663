import { HiddenField, SelectField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import type { FileView } from "@/lib/hardship/files/view/queries";
import { cancelFileAction, checkPaperAction, openReviewAction } from "@/lib/hardship/review/actions";
import { cancelWords } from "@/lib/hardship/words";

/** What may be done to a file that is 在档. */
export function FileActs({ view: { file, running }, isManager }: { view: FileView; isManager: boolean }) {
  if (file.state !== "ON_FILE") return null;
  const which = (
    <>
      <HiddenField name="fileId" value={file.id} />
      <HiddenField name="version" value={String(file.version)} />
    </>
  );

  return (
    <div className="mt-4 grid gap-3">
      {!running.isRunning && (
        <Form action={openReviewAction} id="open-review">
          {which}
          <SubmitButton tone="primary" wide>
            开始年度复核
          </SubmitButton>
        </Form>
      )}
      {!file.paperCheckedOn && (
        <Form action={checkPaperAction} id="check-paper">
          {which}
          <SubmitButton tone="outline" wide>
            纸质和电子档案已核对一致
          </SubmitButton>
        </Form>
      )}
      {isManager && !running.isRunning && (
        <FoldedForm summary="注销" action={cancelFileAction} id="cancel-file">
          {which}
          <SelectField name="reason" label="为什么注销" options={optionsOf(cancelWords)} />
          <TextArea name="note" label="情况说明" rows={2} />
          <SubmitButton tone="danger">注销这份档案</SubmitButton>
        </FoldedForm>
      )}
    </div>
  );
}
