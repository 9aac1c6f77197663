import { Button } from "@/components/ui/button";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { FormActions, SubmitButton } from "@/components/ui/form";
import { decideExportAction } from "@/lib/exports/actions";
import type { RequestLine } from "@/lib/exports/queries";

/** What this person can do with a request: decide it, or fetch the file. */
export function RequestActs({ row }: { row: RequestLine }) {
  if (row.mayTake) {
    return (
      <form method="post" action={`/exports/${row.id}/file`}>
        <Button tone="primary" size="small" icon="download">
          下载
        </Button>
      </form>
    );
  }
  if (!row.mayDecide) return null;

  return (
    <FoldedForm summary="审批" look="button" action={decideExportAction}>
      <HiddenField name="id" value={row.id} />
      <TextField name="note" label="意见" hint="不同意时写明原因" maxLength={200} optional />
      <FormActions>
        <SubmitButton name="decision" value="APPROVED" small>
          同意
        </SubmitButton>
        <SubmitButton name="decision" value="DECLINED" tone="outline" small>
          不同意
        </SubmitButton>
      </FormActions>
    </FoldedForm>
  );
}
