import { isIP } from "node:net";

/** Where a sign-in comes from, as far as the proxy and the browser tell. */
export type Client = { ip: string | null; userAgent: string | null };

/**
 * The address a request came from: the right-most entry of X-Forwarded-For that is none of our own proxies.
 * What stands left of it was written by the client and counts for nothing.
 * @returns null when no usable address is there
 */
export function clientAddress(forwardedFor: string | null, ownProxies: readonly string[]): string | null {
  const hops = (forwardedFor ?? "").split(",").map(plainAddress);
  const outermost = hops.findLast((hop) => !ownProxies.includes(hop));

  return outermost && isIP(outermost) > 0 ? outermost : null;
}

/** The neighbourhood that shares a limit: /24 of an IPv4 address, /48 of an IPv6 one; "local" without an address. */
export function networkOf(address: string | null): string {
  if (!address) return "local";
  if (isIP(address) === 4) return address.split(".").slice(0, 3).join(".");
  const [head = ""] = address.toLowerCase().split("%");
  const [before = "", after] = head.split("::");
  const left = before.split(":").filter(Boolean);
  const right = (after ?? "").split(":").filter(Boolean);
  const zeros =
    after === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");

  return [...left, ...zeros, ...right]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

function plainAddress(hop: string): string {
  return hop.trim().replace(/^::ffff:(?=\d+\.)/i, "");
}
