import { HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { recordMatterAction } from "@/lib/reception/matters/actions";
import type { VisitView } from "@/lib/reception/matters/queries";
import { MatterFields } from "./matter-fields";

/** Five issues are five matters: each is recorded by itself, the last one ends the talk. */
export function MatterForm({ visit, units }: { visit: VisitView; units: { id: string; name: string }[] }) {
  return (
    <Form action={recordMatterAction}>
      <RequestKey />
      <HiddenField name="visitId" value={visit.id} />
      <MatterFields units={units} earlier={visit.earlier} />
      <FormActions>
        {visit.state === "IN_MEETING" && (
          <SubmitButton name="then" value="finish">
            登记，谈完了
          </SubmitButton>
        )}
        <SubmitButton name="then" value="another" tone={visit.state === "IN_MEETING" ? "outline" : "primary"}>
          登记，还有一件
        </SubmitButton>
        <TextLink href={`/reception/${visit.dayId}/desk`}>不记了，返回</TextLink>
      </FormActions>
    </Form>
  );
}
