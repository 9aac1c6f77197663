import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { TextLink } from "@/components/ui/text-link";
import { joinHouseholdAction, leaveHouseholdAction } from "@/lib/people/family/actions";
import type { KeptHousehold } from "@/lib/people/family/queries";

/** Two spouses who both work here are one household; here they are joined and parted. */
export function HouseholdForms({ household }: { household: KeptHousehold }) {
  const { personId, colleagues, isHead } = household;

  return (
    <div className="mt-6 grid gap-3">
      {colleagues.map(({ id, name, staffNo, isHead: headsIt }) => (
        <p key={id}>
          与 <TextLink href={`/people/${id}/family`}>{name}</TextLink>（工号 {staffNo}）是同一户
          {headsIt && "，户主是对方"}
        </p>
      ))}
      {colleagues.length === 0 ? (
        <FoldedForm summary="配偶也在本单位，登记为同一户" action={joinHouseholdAction} formLook="inline">
          <HiddenField name="personId" value={personId} />
          <TextField name="spouseStaffNo" label="配偶的工号" hint="两人的家庭成员会合在一起" width="short" />
          <SubmitButton tone="outline">登记为同一户</SubmitButton>
        </FoldedForm>
      ) : (
        !isHead && (
          <FoldedForm summary="分户" action={leaveHouseholdAction} formLook="inline">
            <HiddenField name="personId" value={personId} />
            <TextField name="reason" label="原因" hint="家庭成员留在户主名下" width="medium" maxLength={200} />
            <SubmitButton tone="danger">从这一户分出去</SubmitButton>
          </FoldedForm>
        )
      )}
    </div>
  );
}
