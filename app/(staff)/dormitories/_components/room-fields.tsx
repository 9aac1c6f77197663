import { RadioField, TextField } from "@/components/ui/field";
import type { BoardRoom } from "@/lib/dormitories/board/queries";
import { useWords } from "@/lib/dormitories/words";

const uses = Object.entries(useWords).map(([value, label]) => ({ value, label: `${label}室` }));

/** The door of a room and who lives behind it. */
export function RoomFields({ room }: { room?: BoardRoom }) {
  return (
    <>
      <TextField name="building" label="哪一栋楼" width="short" defaultValue={room?.building ?? "1号楼"} />
      <TextField
        name="floor"
        label="第几层"
        keypad="numeric"
        width="short"
        {...(room ? { defaultValue: String(room.floor) } : {})}
      />
      <TextField name="name" label="房间号" width="short" {...(room ? { defaultValue: room.name } : {})} />
      <TextField
        name="area"
        label="面积"
        unit="平方米"
        keypad="numeric"
        width="short"
        {...(room ? { defaultValue: String(room.area) } : {})}
      />
      <RadioField
        name="use"
        label="谁住"
        hint="探亲室按晚预订，不长住"
        options={uses}
        look="row"
        {...(room ? { defaultValue: room.use } : {})}
      />
    </>
  );
}

/** How many beds are put up at once. */
export function BedFields() {
  return (
    <>
      <TextField
        name="doubles"
        label="上下铺"
        hint="一架有上铺、下铺两张床"
        unit="架"
        keypad="numeric"
        width="short"
        defaultValue="0"
      />
      <TextField name="singles" label="单人床" unit="张" keypad="numeric" width="short" defaultValue="0" />
    </>
  );
}
