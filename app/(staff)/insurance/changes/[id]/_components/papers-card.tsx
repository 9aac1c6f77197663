import { AttachmentList } from "@/components/case/attachments";
import { Card } from "@/components/ui/card";
import { HiddenField, SelectField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { may } from "@/lib/auth/gate";
import { attachmentWords } from "@/lib/cases/attachments/words";
import { sendPaperAction } from "@/lib/insurance/changes/actions";
import { paperKinds, papersFor } from "@/lib/insurance/changes/papers/rules";
import type { ChangeView } from "@/lib/insurance/changes/view/queries";

/** What the insurance office wants to see with the form, and what of it is there. */
export async function PapersCard({ view: { change, loaded, papers } }: { view: ChangeView }) {
  const isOffice = await may("insurance.check");
  const isOpen = loaded.status === "open" || loaded.status === "waiting";

  return (
    <Card title="材料" id="papers">
      <p className="mb-3 text-ink-2">{`这一类要交：${papersFor(change.code).join("、")}。`}</p>
      <AttachmentList attachments={papers} mayCheck={isOffice} mayVoid={isOffice} />
      {isOpen && (
        <div className="mt-3">
          <FoldedForm summary="添一份材料" look="button" action={sendPaperAction} id="paper">
            <HiddenField name="caseId" value={loaded.id} />
            <HiddenField name="version" value={String(loaded.version)} />
            <SelectField
              name="kind"
              label="是什么材料"
              options={paperKinds.map((kind) => ({ value: kind, label: attachmentWords[kind] }))}
            />
            <FileField name="file" label="照片或扫描件" accept="image/jpeg,image/png,image/webp,application/pdf" />
            <SubmitButton>上传</SubmitButton>
          </FoldedForm>
        </div>
      )}
    </Card>
  );
}
