import type { Permit } from "@/lib/auth/permit";
import type { Channel } from "@/prisma/generated/enums";

/** Channel of an act: the phone for workers, the liaison's own, the desk's as it was said. */
export function channelOf(permit: Permit, said: Channel = "DESK"): Channel {
  if (permit.verb.startsWith("my.")) return "WEB";
  return permit.verb === "reception.bookFor" ? "LIAISON" : said;
}
