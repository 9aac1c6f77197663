import { HiddenField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import type { Option } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { settleReviewAction } from "@/lib/reception/reviews/actions";
import type { ReviewLine } from "@/lib/reception/reviews/queries";
import { toldWords } from "@/lib/reception/reviews/words";

const told = (["PHONE", "IN_PERSON", "LIAISON"] as const).map((value) => ({ value, label: toldWords[value] }));

/** Ring first, then say what was agreed. */
export function SettleForm({ row, times }: { row: ReviewLine; times: Option[] }) {
  const outcomes = [
    ...(row.mayKeep ? [{ value: "KEPT", label: "照旧" }] : []),
    { value: "MOVED", label: "改时间" },
    { value: "CANCELLED", label: "取消" },
  ];
  return (
    <FoldedForm summary="处理" look="button" name="settle" action={settleReviewAction}>
      <RequestKey />
      <HiddenField name="reviewId" value={row.id} />
      <RadioField name="toldHow" label="怎么告诉本人的" options={told} look="row" />
      <RadioField name="outcome" label="怎么处理" options={outcomes} look="row" />
      <SelectField name="slotId" label="改到" options={times} blank="不改时间" optional />
      <TextField name="note" label="备注" optional />
      <SubmitButton>处理好了</SubmitButton>
    </FoldedForm>
  );
}
