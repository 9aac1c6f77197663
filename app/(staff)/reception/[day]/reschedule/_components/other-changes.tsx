import { CheckboxField, HiddenField, SelectField, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { retireCellAction, substituteHostAction } from "@/lib/reception/days/actions";
import type { DayView } from "@/lib/reception/days/view/queries";
import type { LeaderInTurn } from "@/lib/reception/hosts/queries";

/** 依次递补: the candidates stand in the order of their turn; without a substitute the leader's cells are cancelled. */
export function SubstituteForm({ day, candidates }: { day: DayView; candidates: LeaderInTurn[] }) {
  const hosts = day.hosts.filter(({ isReplaced }) => !isReplaced);
  return (
    <Form action={substituteHostAction} look="grid" done="已经换了，受影响的预约在「待处理」里">
      <HiddenField name="dayId" value={day.id} />
      <SelectField
        name="leaderId"
        label="哪位领导来不了"
        options={hosts.map(({ leaderId, name, post }) => ({ value: leaderId, label: `${post} ${name}` }))}
      />
      <SelectField
        name="substituteId"
        label="谁来替"
        hint="按轮值顺序排列"
        options={candidates.map(({ leaderId, name, post }) => ({ value: leaderId, label: `${post} ${name}` }))}
        blank="没有人替，取消他的时段"
        optional
      />
      <TextField name="reason" label="原因" width="full" />
      <FormActions>
        <SubmitButton tone="outline">换领导</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function RetireForm({ day }: { day: DayView }) {
  const cells = new Map(
    day.seats
      .filter(({ retiredReason, isOver }) => retiredReason === null && !isOver)
      .map((seat) => [seat.slotId, seat] as const),
  );
  const nameOf = (leaderId: string) => day.hosts.find((host) => host.leaderId === leaderId)?.name ?? "";
  const options = [...cells.values()].map(({ slotId, time, leaderId, booking }) => ({
    value: slotId,
    label: `${time} ${nameOf(leaderId)}${booking ? "（有预约）" : ""}`,
  }));
  return (
    <Form action={retireCellAction} look="grid" done="这个时段已经取消">
      <SelectField name="slotId" label="哪个时段" options={options} />
      <TextField name="reason" label="原因" />
      <CheckboxField name="evenIfBooked" label="有人预约也取消" hint="他的预约会进入「待处理」" />
      <FormActions>
        <SubmitButton tone="outline">取消时段</SubmitButton>
      </FormActions>
    </Form>
  );
}
