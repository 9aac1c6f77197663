import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

/** Where a value lives; bound into the ciphertext, so that it cannot be moved to another row or column. */
export type FieldPlace = { table: string; column: string; rowId: string };

// intl = AES-256-GCM with HMAC-SHA-256; the prefix leaves room for a national suite and for new keys.
const suite = "intl";

/** Encrypts one field with the newest key. The result carries suite and key id: `intl.k1.<base64url>`. */
export function encryptField(value: string, place: FieldPlace): string {
  const key = newestKey();

  return `${suite}.${key.id}.${seal(Buffer.from(value, "utf8"), key.key, place).toString("base64url")}`;
}

/** Decrypts one field. Throws when it was changed, moved to another row, or made with another key: never an empty value. */
export function decryptField(stored: string, place: FieldPlace): string {
  const [storedSuite, storedKey, body] = stored.split(".");
  if (!body) throw new Error(`unknown cipher suite or key ${storedSuite}.${storedKey}`);

  return unseal(Buffer.from(body, "base64url"), keyCalled(storedSuite, storedKey), place).toString("utf8");
}

/** Encrypts the bytes of a file with the newest key; in front of them `intl.k1.` as in a field, then raw bytes. */
export function encryptBytes(bytes: Uint8Array, place: FieldPlace): Buffer {
  const key = newestKey();

  return Buffer.concat([Buffer.from(`${suite}.${key.id}.`), seal(bytes, key.key, place)]);
}

/** Decrypts the bytes of a file. Throws as decryptField does. */
export function decryptBytes(stored: Buffer, place: FieldPlace): Buffer {
  const [storedSuite = "", storedKey = ""] = stored.subarray(0, 24).toString("latin1").split(".");
  const key = keyCalled(storedSuite, storedKey);

  return unseal(stored.subarray(storedSuite.length + storedKey.length + 2), key, place);
}

function seal(plain: Uint8Array, key: Buffer, place: FieldPlace): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(boundTo(place));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);

  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function unseal(bytes: Buffer, key: Buffer, place: FieldPlace): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(bytes.subarray(12, 28));

  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

function newestKey(): { id: string; key: Buffer } {
  const [newest] = fieldKeys();
  if (!newest) throw new Error("no field key");

  return newest;
}

function keyCalled(storedSuite: string | undefined, storedKey: string | undefined): Buffer {
  const known = fieldKeys().find(({ id }) => id === storedKey);
  if (storedSuite !== suite || !known) throw new Error(`unknown cipher suite or key ${storedSuite}.${storedKey}`);

  return known.key;
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
