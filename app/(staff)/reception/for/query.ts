import { z } from "zod";
import { bookingTopics, type BookingTopic } from "@/lib/reception/bookings/words";

const topics = Object.keys(bookingTopics) as [BookingTopic, ...BookingTopic[]];

/** What the screens hand on to each other in the address; a hand-made address starts at the first screen. */
export const ForQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  topic: z.enum(topics).optional().catch(undefined),
  slot: z.uuid().optional().catch(undefined),
});
