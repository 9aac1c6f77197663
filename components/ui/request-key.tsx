import { newId } from "@/lib/id";

/**
 * A hidden key that is new for every page view and stays the same when one form is sent twice: the command stores it under a
 * unique key and so a double tap books once. Made on the server, so that it also exists without scripts.
 */
export function RequestKey({ name = "requestKey" }: { name?: string }) {
  return <input type="hidden" name={name} value={newId()} />;
}
