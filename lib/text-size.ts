import { cookies } from "next/headers";

/** How large a person reads: 20, 24 or 30 px to the rem, and whether in high contrast. Kept in a cookie, drawn by the server. */
export const textSizes = ["standard", "large", "huge"] as const;
export type TextSize = (typeof textSizes)[number];
export type Reading = { size: TextSize; contrast: "normal" | "high" };

/** No session and nothing personal in it; its name must not begin with the session cookie's name (`sid`, `__Host-sid`). */
export const readingCookie = "reading";

/** Reads the cookie's value; anything unknown is the standard size in normal contrast. */
export function parseReading(value: string | undefined): Reading {
  const [size, contrast] = (value ?? "").split(".");
  return {
    size: textSizes.find((known) => known === size) ?? "standard",
    contrast: contrast === "high" ? "high" : "normal",
  };
}

/** The cookie's value. */
export function formatReading({ size, contrast }: Reading): string {
  return `${size}.${contrast}`;
}

/**
 * The reading after one press of the switch. `choice` is the button's value: a size, or a contrast. An unknown value changes
 * nothing.
 */
export function changeReading(reading: Reading, choice: string): Reading {
  const size = textSizes.find((known) => known === choice);
  if (size) return { ...reading, size };
  if (choice === "high" || choice === "normal") return { ...reading, contrast: choice };
  return reading;
}

/** The path on this portal to go back to, taken from the Referer; without a usable one, the front door. Never another site. */
export function pathBack(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}

/** How the person who asks for this page reads. */
export async function currentReading(): Promise<Reading> {
  return parseReading((await cookies()).get(readingCookie)?.value);
}

/** Keeps the choice for a year. Only a route handler may call it: a page cannot set cookies. */
export async function keepReading(reading: Reading, secure: boolean): Promise<void> {
  const maxAge = 365 * 24 * 3600;
  (await cookies()).set(readingCookie, formatReading(reading), {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge,
  });
}
