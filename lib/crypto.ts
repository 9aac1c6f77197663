import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Where a value lives; bound into the ciphertext, so that it cannot be moved to another row or column. */
export type FieldPlace = { table: string; column: string; rowId: string };

// intl = AES-256-GCM with HMAC-SHA-256; the prefix leaves room for a national suite and for new keys.
const suite = "intl";

/** Encrypts one field with the newest key. The result carries suite and key id: `intl.k1.<base64url>`. */
export function encryptField(value: string, place: FieldPlace): string {
  const [newest] = fieldKeys();
  if (!newest) throw new Error("no field key");
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", newest.key, nonce);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);

  return `${suite}.${newest.id}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Decrypts one field. Throws when it was changed, moved to another row, or made with another key: never an empty value. */
export function decryptField(stored: string, place: FieldPlace): string {
  const [storedSuite, storedKey, body] = stored.split(".");
  const known = fieldKeys().find(({ id }) => id === storedKey);
  if (storedSuite !== suite || !known || !body) {
    throw new Error(`unknown cipher suite or key ${storedSuite}.${storedKey}`);
  }
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", known.key, bytes.subarray(0, 12));
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(bytes.subarray(12, 28));

  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}

/** Keyed hash for exact search of an encrypted value (ID numbers). */
export function blindIndex(value: string): string {
  return createHmac("sha256", env.BLIND_INDEX_KEY).update(value).digest("base64url");
}

function fieldKeys(): { id: string; key: Buffer }[] {
  return env.FIELD_KEYS;
}

function boundTo({ table, column, rowId }: FieldPlace): Buffer {
  return Buffer.from(`${table}|${column}|${rowId}`);
}
