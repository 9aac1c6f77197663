import { CheckboxGroup, DateField, HiddenField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { type BoardBed } from "@/lib/dormitories/board/queries";
import { type OpenBed } from "@/lib/dormitories/board/free/queries";
import { bedName } from "@/lib/dormitories/rules";
import {
  checkInAction,
  checkOutAction,
  keepBedAction,
  moveStayAction,
  swapStaysAction,
  tellLeavingAction,
} from "@/lib/dormitories/stays/actions";
import { handoverItems, leaveWords, shiftWords, tierWords } from "@/lib/dormitories/words";

type Stay = NonNullable<BoardBed["stay"]>;
const items = handoverItems.map(({ item }) => ({ value: item, label: item }));
const everything = handoverItems.map(({ item }) => item);

function Which({ stay }: { stay: Stay }) {
  return (
    <>
      <HiddenField name="stayId" value={stay.id} />
      <HiddenField name="version" value={String(stay.version)} />
    </>
  );
}

export function CheckInForm({ stay, today }: { stay: Stay; today: string }) {
  return (
    <Form action={checkInAction} id="check-in">
      <Which stay={stay} />
      <DateField name="inOn" label="哪天住进来" defaultValue={today} />
      <CheckboxGroup name="items" label="交给本人的" options={items} defaultValue={everything} optional />
      <TextField name="meterIn" label="电表底数" keypad="numeric" width="short" optional />
      <TextField name="deposit" label="押金" keypad="decimal" unit="元" width="short" defaultValue="0" />
      <SubmitButton wide>办理入住</SubmitButton>
    </Form>
  );
}

/** Beds by choosing, not by dragging: it works with the keyboard and without scripts. */
export function MoveForm({ stay, free }: { stay: Stay; free: OpenBed[] }) {
  return (
    <FoldedForm summary="调宿：换一张空床" look="button" action={moveStayAction} id="move">
      <Which stay={stay} />
      <SelectField
        name="bedId"
        label="换到哪张床"
        options={free.map((bed) => ({
          value: bed.id,
          label: `${bedName(bed)} · ${tierWords[bed.tier]}${bed.roomShift ? ` · 同屋${shiftWords[bed.roomShift]}` : " · 空屋"}`,
        }))}
      />
      <SubmitButton wide>换到这张床</SubmitButton>
    </FoldedForm>
  );
}

export function SwapForm({ stay, others }: { stay: Stay; others: { value: string; label: string }[] }) {
  return (
    <FoldedForm summary="和本宿舍的人对换" look="button" action={swapStaysAction} id="swap">
      <Which stay={stay} />
      <SelectField name="otherStayId" label="和谁对换" options={others.filter(({ value }) => value !== stay.id)} />
      <SubmitButton wide>对换床位</SubmitButton>
    </FoldedForm>
  );
}

export function KeepForm({ stay, today }: { stay: Stay; today: string }) {
  return (
    <FoldedForm summary="留床（回家过年等）" look="button" action={keepBedAction} id="keep">
      <Which stay={stay} />
      <DateField name="awayFrom" label="哪天离开" defaultValue={stay.facts.awayFrom ?? today} />
      <DateField name="awayTo" label="哪天回来" {...(stay.facts.awayTo ? { defaultValue: stay.facts.awayTo } : {})} />
      <SubmitButton wide>登记留床</SubmitButton>
    </FoldedForm>
  );
}

export function LeavingForm({ stay, today }: { stay: Stay; today: string }) {
  return (
    <FoldedForm summary="退宿申请：打算哪天搬走" look="button" action={tellLeavingAction} id="leaving">
      <Which stay={stay} />
      <DateField name="leavingOn" label="打算哪天搬走" defaultValue={stay.facts.leavingOn ?? today} />
      <SubmitButton wide>登记</SubmitButton>
    </FoldedForm>
  );
}

export function CheckOutForm({ stay, today }: { stay: Stay; today: string }) {
  const reasons = Object.entries(leaveWords)
    .filter(([value]) => value !== "TRANSFER")
    .map(([value, label]) => ({ value, label }));

  return (
    <FoldedForm summary="办理退宿" action={checkOutAction} id="check-out">
      <Which stay={stay} />
      <DateField name="outOn" label="哪天搬走的" defaultValue={today} />
      <RadioField name="outReason" label="为什么" options={reasons} />
      <CheckboxGroup name="items" label="交回来的" options={items} defaultValue={everything} optional />
      <TextField name="meterOut" label="电表止数" keypad="numeric" width="short" optional />
      <TextField name="address" label="搬到哪里" hint="写进职工的住址" optional />
      <SubmitButton tone="danger">办理退宿</SubmitButton>
    </FoldedForm>
  );
}
