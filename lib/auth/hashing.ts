import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { env } from "@/lib/env";

// argon2id is the library's default; the numbers are OWASP's.
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashing costs tens of milliseconds of a core: two at once, a short queue, then 503 (security.md §4.3). */
const atOnce = 2;
const longestQueue = 20;

/** More people sign in than the machine can hash; the page answers 503. */
export class TooManySignIns extends Error {
  override readonly name = "TooManySignIns";
}

/** Hash of a password or PIN, to be stored. */
export async function hashSecret(secret: string): Promise<string> {
  return queued(() => hash(peppered(secret), argon));
}

/** Whether `secret` is the one behind `stored`; a missing hash costs the same work as a wrong secret. */
export async function isSecret(secret: string, stored: string | null): Promise<boolean> {
  const against = stored ?? (await dummyHash());
  const isRight = await queued(() => verify(against, peppered(secret)));

  return isRight && stored !== null;
}

/** Whether the hash was made with weaker parameters than today's and should be made anew at the next sign-in. */
export function isOutdated(stored: string): boolean {
  return !stored.startsWith(`$argon2id$v=19$m=${argon.memoryCost},t=${argon.timeCost},p=${argon.parallelism}$`);
}

/** Runs pieces of work with the same key one after the other, so that parallel guesses cannot outrun the count. */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
  if (line.length >= longestQueue) throw new TooManySignIns();
  line.length += 1;
  lines.set(key, line);
  const mine = line.last.then(work);
  line.last = mine.then(
    () => undefined,
    () => undefined,
  );
  try {
    return await mine;
  } finally {
    line.length -= 1;
    if (line.length === 0) lines.delete(key);
  }
}

const lines = new Map<string, { last: Promise<unknown>; length: number }>();

function peppered(secret: string): string {
  return createHmac("sha256", env.PASSWORD_PEPPER).update(secret.normalize("NFKC")).digest("base64");
}

let dummy: Promise<string> | undefined;
function dummyHash(): Promise<string> {
  return (dummy ??= hash(peppered(randomBytes(16).toString("hex")), argon));
}

let running = 0;
const waiting: (() => void)[] = [];

async function queued<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new TooManySignIns();
    // The place is handed over by whoever finishes; counting it here would let a newcomer slip in between.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
