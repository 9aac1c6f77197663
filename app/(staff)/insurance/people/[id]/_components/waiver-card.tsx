import { AttachmentList } from "@/components/case/attachments";
import { Card } from "@/components/ui/card";
import { DateField, HiddenField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { may } from "@/lib/auth/gate";
import { formatDate, type CivilDate } from "@/lib/dates";
import { keepWaiverAction } from "@/lib/insurance/gaps/actions";
import type { InsuredView } from "@/lib/insurance/view/queries";

/** A waiver somebody handed in is kept as what it is: a paper that changes nothing. */
export async function WaiverCard({ view: { note, person, waivers }, today }: { view: InsuredView; today: CivilDate }) {
  if (!note) return null;
  const isOffice = await may("insurance.check");

  return (
    <Card title="放弃参保声明">
      <p className="mb-3 text-ink-2">
        {note.waiverOn ? `${formatDate(note.waiverOn)}交过声明。` : ""}
        书面放弃无效，声明只存档，缺口还在，仍要参保。
      </p>
      {waivers.length > 0 && (
        <div className="mb-3">
          <AttachmentList attachments={waivers} mayCheck={isOffice} mayVoid={isOffice} />
        </div>
      )}
      <FoldedForm summary="存一份声明" look="button" action={keepWaiverAction} id="waiver">
        <HiddenField name="personId" value={person.id} />
        <DateField name="waiverOn" label="声明上的日期" max={today} />
        <FileField name="file" label="声明的照片或扫描件" accept="image/jpeg,image/png,image/webp,application/pdf" />
        <SubmitButton wide>存档</SubmitButton>
      </FoldedForm>
    </Card>
  );
}
