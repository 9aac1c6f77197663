"use server";
import { staffAction } from "@/lib/action";
import { revealTopic } from "@/lib/reception/bookings/history/commands";
import { RevealTopic } from "@/lib/reception/bookings/schema";

export const revealTopicAction = staffAction("reception.book", RevealTopic, async (permit, input) => ({
  show: await revealTopic(permit, input),
}));
