import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Shown, SubmitButton } from "@/components/ui/form";
import { revealTopicAction } from "@/lib/reception/bookings/history/actions";

/** 保密 stays covered until somebody says why; the person concerned can read who looked. */
export function RevealTopic({ bookingId }: { bookingId: string }) {
  return (
    <FoldedForm summary="查看保密内容" action={revealTopicAction}>
      <HiddenField name="bookingId" value={bookingId} />
      <TextField name="reason" label="为什么要看" hint="会记下来，本人看得到" />
      <SubmitButton tone="outline">查看</SubmitButton>
      <Shown
        fields={[
          { name: "topic", label: "说哪方面的事" },
          { name: "text", label: "本人的话" },
        ]}
        seconds={60}
      />
    </FoldedForm>
  );
}
