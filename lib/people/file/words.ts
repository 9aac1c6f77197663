/** How a reception booking stands, in one word; the desk has its own page for the rest. */
export const bookingWords: Readonly<Record<string, string>> = {
  HELD: "占位中",
  BOOKED: "已预约",
  MOVED: "已改期",
  CANCELLED: "已取消",
  EXPIRED: "已失效",
};
