import { CheckboxField, DateField, HiddenField, RadioField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { addBedsAction, changeRoomAction, retireBedAction, shutBedsAction } from "@/lib/dormitories/houses/actions";
import type { roomToChange } from "@/lib/dormitories/houses/queries";
import { closureWords, tierWords } from "@/lib/dormitories/words";
import { BedFields, RoomFields } from "../../../../_components/room-fields";

type Room = Awaited<ReturnType<typeof roomToChange>>;

function Which({ room }: { room: Room }) {
  return (
    <>
      <HiddenField name="roomId" value={room.id} />
      <HiddenField name="version" value={String(room.version)} />
    </>
  );
}

const bedsOf = ({ beds }: Room) =>
  beds.map(({ id, label, tier, stay }) => ({
    value: id,
    label: `${label}床 ${tierWords[tier]}${stay ? ` · ${stay.name}` : ""}`,
  }));

export function ShutForm({ room, today }: { room: Room; today: string }) {
  const kinds = optionsOf(closureWords);

  return (
    <FoldedForm summary="维修、停用" look="button" action={shutBedsAction} id="shut">
      <Which room={room} />
      <SelectField name="bedId" label="哪一张床" options={bedsOf(room)} blank="整间屋" optional />
      <RadioField name="kind" label="为什么关" options={kinds} look="row" defaultValue="REPAIR" />
      <DateField name="fromOn" label="从哪天起" defaultValue={today} />
      <DateField name="toOn" label="修到哪天" hint="不填就是到重新开放为止" optional />
      <TextField name="reason" label="修什么" hint="例如：暖气管改造" />
      <CheckboxField name="isKnown" label="先关，人随后搬" hint="里面还有人时才勾" />
      <SubmitButton wide>关起来</SubmitButton>
    </FoldedForm>
  );
}

export function AddBedsForm({ room }: { room: Room }) {
  return (
    <FoldedForm summary="加床" look="button" action={addBedsAction} id="add">
      <Which room={room} />
      <BedFields />
      <SubmitButton wide>加上</SubmitButton>
    </FoldedForm>
  );
}

export function RetireBedForm({ room }: { room: Room }) {
  return (
    <FoldedForm summary="拆床" look="button" action={retireBedAction} id="retire">
      <Which room={room} />
      <SelectField name="bedId" label="拆掉哪张" options={bedsOf(room)} />
      <TextField name="reason" label="为什么拆" />
      <SubmitButton tone="danger" wide>
        拆掉
      </SubmitButton>
    </FoldedForm>
  );
}

export function ChangeRoomForm({ room }: { room: Room }) {
  return (
    <FoldedForm summary="改房间：谁住、房间号、面积" look="button" action={changeRoomAction} id="change">
      <Which room={room} />
      <RoomFields room={room} />
      <SubmitButton wide>保存</SubmitButton>
    </FoldedForm>
  );
}
