import { v7 } from "uuid";

/** A new row id: UUIDv7, made in the app because a distributed database has no cheap sequence; later ids sort later. */
export function newId(): string {
  return v7();
}
