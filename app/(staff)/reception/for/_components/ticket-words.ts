import type { Ticket } from "@/lib/reception/bookings/queries";

/** The headline over a ticket: what became of the booking. */
export function ticketTitle({ state, personName }: Pick<Ticket, "state" | "personName">): string {
  if (state === "live" || state === "held") return `替${personName}约好了`;
  if (state === "moved") return `${personName}的时间已经改了`;
  return state === "dayCancelled" ? "这次接待日取消了" : `${personName}的预约取消了`;
}
