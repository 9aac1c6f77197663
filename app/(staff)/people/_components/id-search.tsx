import { TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { findByIdNoAction } from "@/lib/people/reveal/actions";

/** Finding by the whole ID number: posted, so that the number stands in no address and no log; each search is recorded. */
export function IdSearch({ open }: { open: boolean }) {
  return (
    <div className="no-print mb-3">
      <FoldedForm summary="按身份证号查找" open={open} action={findByIdNoAction} formLook="inline">
        <TextField name="idNo" label="身份证号" hint="每次查找都会留下记录" width="medium" maxLength={30} />
        <SubmitButton tone="outline">查找</SubmitButton>
      </FoldedForm>
    </div>
  );
}
