/** What a colour says; the words beside it say the same, colour is never alone. */
export type Tone = "neutral" | "info" | "ok" | "warn" | "late";

/** How a deadline stands: over, near, far, or the clock is stopped. */
export type DueTone = "late" | "warn" | "calm" | "stopped";
