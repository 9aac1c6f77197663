import { z } from "zod";
import { bookingTopics, type BookingTopic } from "@/lib/reception/bookings/words";

const topics = Object.keys(bookingTopics) as [BookingTopic, ...BookingTopic[]];

/** What the screens hand on to each other in the address; a hand-made address starts at the first screen. */
export const BookQuery = z.object({
  topic: z.enum(topics).optional().catch(undefined),
  slot: z.uuid().optional().catch(undefined),
  from: z.coerce.number().int().min(0).max(500).catch(0),
});

/** Times on one screen; more are one tap away. */
export const timesShown = 7;
