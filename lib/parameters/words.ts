import type { Place } from "@/lib/parameters/values/rules";

/** What a dated value is today. */
export const places = {
  now: "现行",
  next: "待生效",
  past: "已过期",
  replaced: "已被替换",
} as const satisfies Record<Place, string>;
