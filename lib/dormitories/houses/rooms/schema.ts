import { z } from "zod";
import { id, needed, version, wholeNumber } from "@/lib/dormitories/schema";
import { RoomUse } from "@/prisma/generated/enums";

const room = {
  building: needed(1, 20, "请填写哪一栋楼，例如 1号楼"),
  floor: wholeNumber(-1, 40, "请填写第几层"),
  name: needed(1, 12, "请填写房间号，例如 101").transform((name) => name.replace(/室$/, "")),
  use: z.enum(RoomUse, { error: "请选择谁住" }),
  area: wholeNumber(1, 1_000, "请填写面积，整数平方米"),
};
const beds = {
  doubles: wholeNumber(0, 13, "请填写上下铺有几架，没有就填 0"),
  singles: wholeNumber(0, 26, "请填写单人床有几张，没有就填 0"),
};

export const BuildRoom = z.object({ siteId: id, ...room, ...beds });
export type BuildRoom = z.output<typeof BuildRoom>;

export const ChangeRoom = z.object({ roomId: id, version, ...room });
export type ChangeRoom = z.output<typeof ChangeRoom>;

export const AddBeds = z.object({ roomId: id, version, ...beds });
export type AddBeds = z.output<typeof AddBeds>;

export const RetireBed = z.object({
  roomId: id,
  version,
  bedId: z.uuid({ error: "请选择拆掉哪张床" }),
  reason: needed(2, 200, "请写明为什么拆"),
});
export type RetireBed = z.output<typeof RetireBed>;
