import { Card } from "@/components/ui/card";
import { CheckboxField, CheckboxGroup, HiddenField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import type { PickedPerson } from "@/lib/people/queries";
import { bookAtDeskAction } from "@/lib/reception/bookings/actions";
import type { FreeTime } from "@/lib/reception/bookings/queries";
import { aidWords, bookingTopics, relationWords } from "@/lib/reception/bookings/words";
import type { DayView, SeatView } from "@/lib/reception/days/view/queries";
const topics = Object.entries(bookingTopics).map(([value, { word }]) => ({ value, label: word }));

type Props = {
  day: DayView;
  person: PickedPerson;
  cell: SeatView[];
  /** undefined: the cell is not free for this person */
  time: FreeTime | undefined;
  back: string;
};

/** What about, and the check on one screen: the caller is still on the telephone. */
export function DeskBookingForm({ day, person, cell, time, back }: Props) {
  const [seat] = cell;
  if (!seat) return null;
  const leader = day.hosts.find(({ leaderId }) => leaderId === seat.leaderId);
  const taken = cell.filter(({ booking }) => booking !== null).length;
  return (
    <Card title={`${day.dateWords} ${seat.time}，${leader?.post ?? ""} ${leader?.name ?? ""}`}>
      <Form action={bookAtDeskAction} look="grid">
        <RequestKey />
        <HiddenField name="personId" value={person.id} />
        <HiddenField name="slotId" value={seat.slotId} />
        <HiddenField name="date" value={day.actual} />
        {!time && (
          <Notice tone="warn" title="这个时段已满或不能约，仍要加号吗？">
            这个时段有 {cell.length} 个座位，已约 {taken} 个。加号要写明原因，会排在同一时段。
          </Notice>
        )}
        {!time && <TextField name="addedReason" label="为什么加号" width="full" />}
        <RadioField
          name="channel"
          label="怎么来约的"
          look="row"
          defaultValue="PHONE"
          options={[
            { value: "PHONE", label: "电话" },
            { value: "DESK", label: "到窗口" },
          ]}
        />
        <RadioField name="topic" label="说哪方面的事" options={topics} look="row" defaultValue="IN_PERSON" />
        <TextArea name="topicText" label="简单说说" hint="照他的话记，可以不记" rows={2} maxLength={200} optional />
        <CheckboxField name="isConfidential" label="保密" hint="名单上只印「保密」" />
        <CheckboxGroup name="aids" label="需要帮忙" options={optionsOf(aidWords)} optional />
        <RadioField name="relation" label="谁来" options={optionsOf(relationWords)} look="row" defaultValue="SELF" />
        <TextField name="visitorName" label="来访人姓名" hint="家属、遗属来才填" width="short" optional />
        <TextField
          name="phone"
          label="联系电话"
          hint="只用来联系，几个人可以用一个电话"
          width="short"
          keypad="tel"
          optional
        />
        <FormActions>
          <SubmitButton>{time ? "就这样，预约" : "加号预约"}</SubmitButton>
          <TextLink href={back}>换个时间</TextLink>
        </FormActions>
      </Form>
    </Card>
  );
}
