import type { Tone } from "@/components/ui/tone";
import type { EntryState, NoticeState } from "@/lib/notices/rules";

export const noticeTones = {
  WAITING: "warn",
  RUNNING: "info",
  ENDED: "ok",
  VOID: "neutral",
} as const satisfies Record<NoticeState, Tone>;

export const entryTones = {
  CLEAR: "neutral",
  OBJECTED: "late",
  KEPT: "ok",
  STRUCK: "neutral",
} as const satisfies Record<EntryState, Tone>;
