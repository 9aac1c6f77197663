import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { crawl } from "../http/crawl";
import { cookieOf, type Login, logins, send } from "../http/wire";
import { portal, recorded } from "../setup/portal";

export type Viewer = { login: Login; path: string };

const kept = path.join(path.dirname(portal.record), "viewers.json");
const shape = z.object({
  of: z.string(),
  viewers: z.record(z.string(), z.array(z.object({ login: z.enum(logins), path: z.string() }))),
});
let found: Promise<Record<string, Viewer[]>> | undefined;

/**
 * Who looks at each of the routes: two different people where there are, because they are offered different things.
 * The crawl behind it is made once for a portal, not once for each kind of screen.
 */
export function viewersOf(routes: readonly string[]): Promise<Record<string, Viewer[]>> {
  found ??= remembered(routes);

  return found;
}

async function remembered(routes: readonly string[]): Promise<Record<string, Viewer[]>> {
  const of = portal.isOurs ? recorded().ownerUrl : "";
  if (of && existsSync(kept)) {
    const known = shape.parse(JSON.parse(readFileSync(kept, "utf8")));
    if (known.of === of && routes.every((route) => known.viewers[route])) return known.viewers;
  }
  await Promise.all(logins.map(crawl));
  const viewers: Record<string, Viewer[]> = {};
  for (const route of routes) viewers[route] = await look(route);
  if (of) writeFileSync(kept, JSON.stringify({ of, viewers }));

  return viewers;
}

async function look(route: string): Promise<Viewer[]> {
  const ends = [await firstOf(logins, route), await firstOf([...logins].reverse(), route)];
  const seen = ends.filter((one) => one !== undefined);

  return seen.filter(({ login }, i) => seen.findIndex((one) => one.login === login) === i);
}

async function firstOf(candidates: readonly Login[], route: string): Promise<Viewer | undefined> {
  for (const login of candidates) {
    const visit = (await crawl(login)).find((one) => one.route === route && one.answer.status === 200);
    if (visit) return { login, path: visit.path };
    // A list that nothing leads to today, because nothing is on it, still has an address.
    if (!route.includes("[") && (await send(route, { cookie: await cookieOf(login) })).status === 200) {
      return { login, path: route };
    }
  }

  return undefined;
}
