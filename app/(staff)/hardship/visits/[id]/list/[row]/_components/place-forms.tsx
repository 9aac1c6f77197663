import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { HiddenField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import type { Permit } from "@/lib/auth/permit";
import { placeByHandAction } from "@/lib/hardship/campaigns/actions";
import type { PlaceView } from "@/lib/hardship/campaigns/place/queries";
import { askOffAction, keepOnAction, takeOffAction } from "@/lib/hardship/campaigns/rows/actions";

type Props = { view: PlaceView; permit: Permit };

/** What this person may do about the household now; who may do nothing reads why. */
export function PlaceForms({ view, permit }: Props) {
  const { row, campaign } = view;
  const isOfficer = permit.reach.programmes.includes("hardship");
  const isLiaison = permit.reach.unitIds.length > 0;
  const isOn = row.takenOffAt === null;

  return (
    <Card title="能办的事" tone="next">
      <div className="grid gap-3">
        {campaign.stage === "SURVEY" && isOn && isOfficer && <OfficerForms view={view} />}
        {campaign.stage === "SURVEY" && isOn && isLiaison && !isOfficer && (
          <FoldedForm summary="建议移出" look="button" action={askOffAction} id="ask-off">
            <Which view={view} />
            <TextArea name="reason" label="为什么不用慰问了" rows={2} maxLength={200} />
            <SubmitButton wide>建议移出</SubmitButton>
          </FoldedForm>
        )}
        {campaign.stage === "SURVEY" && !isOn && (isOfficer || isLiaison) && (
          <Button href={`/hardship/visits/${campaign.id}/add?person=${row.personId}`} wide>
            重新加上
          </Button>
        )}
        {campaign.stage === "BUDGET" && isOn && isOfficer && (
          <FoldedForm summary="人工调整次序" look="button" action={placeByHandAction} id="place">
            <Which view={view} />
            <TextField name="place" label="调到第几名" keypad="numeric" unit="名" width="short" />
            <TextArea
              name="reason"
              label="为什么调整"
              hint="领导审批时看得到，公示里写明有调整"
              rows={3}
              maxLength={200}
            />
            <SubmitButton wide>调整次序</SubmitButton>
          </FoldedForm>
        )}
        {campaign.stage === "VISITING" && (
          <Button href={`/hardship/visits/${campaign.id}/rows/${row.id}`} tone="primary" wide>
            走访记录
          </Button>
        )}
        {!["SURVEY", "BUDGET", "VISITING"].includes(campaign.stage) && (
          <p className="text-ink-2">名单已经固定，现在不能改。</p>
        )}
      </div>
    </Card>
  );
}

function OfficerForms({ view }: { view: PlaceView }) {
  return (
    <>
      {view.row.offAskedReason && (
        <Form action={keepOnAction} id="keep">
          <Which view={view} />
          <SubmitButton wide>保留在名单上</SubmitButton>
        </Form>
      )}
      <FoldedForm summary="移出名单" look="button" action={takeOffAction} id="take-off">
        <Which view={view} />
        <TextArea
          name="reason"
          label="为什么移出"
          rows={2}
          maxLength={200}
          defaultValue={view.row.offAskedReason ?? ""}
        />
        <SubmitButton tone="danger">移出名单</SubmitButton>
      </FoldedForm>
    </>
  );
}

function Which({ view: { row } }: { view: PlaceView }) {
  return (
    <>
      <HiddenField name="rowId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
    </>
  );
}
