import { filesBelow } from "../setup/structure";
import { type Answer, cookieOf, type Login, send } from "./wire";

export type Visit = { path: string; route: string; from: string; answer: Answer };

/** The routes of the portal's pages, from the files: `/cases/[id]`; route groups are not part of an address. */
export const routes = filesBelow("app")
  .filter((file) => file.endsWith("/page.tsx") || file === "app/page.tsx")
  .map(
    (file) =>
      file
        .replace(/^app/, "")
        .replace(/\/\([^)]+\)/g, "")
        .replace(/\/page\.tsx$/, "") || "/",
  )
  .sort();

// A fixed word wins over a parameter: /cases/new is not the case named new.
const byFixedWords = [...routes].sort((a, b) => a.split("[").length - b.split("[").length);

/** The route that serves a path, or undefined. */
export function routeOf(path: string): string | undefined {
  const asked = path.split(/[?#]/)[0] ?? "";

  return byFixedWords.find((route) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, "[^/]+")}$`).test(asked));
}

const samplesOfRoute = 3;
const visits = new Map<Login, Promise<Visit[]>>();

/** Follows every link that a person finds from the start page on, a few of each kind of page; once in a run. */
export function crawl(login: Login): Promise<Visit[]> {
  const found = visits.get(login) ?? walk(login);
  visits.set(login, found);

  return found;
}

async function walk(login: Login): Promise<Visit[]> {
  const cookie = await cookieOf(login);
  const waiting: { path: string; from: string }[] = [{ path: "/", from: "" }];
  const seen = new Set(["/"]);
  const samples = new Map<string, number>();
  const done: Visit[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const route = routeOf(next.path) ?? "";
    const count = samples.get(route) ?? 0;
    if (route && count >= samplesOfRoute) continue;
    samples.set(route, count + 1);
    const answer = await send(next.path, { cookie });
    done.push({ ...next, route, answer });
    for (const path of [...linksIn(answer), ...redirectOf(answer)]) {
      if (!seen.has(path)) waiting.push({ path, from: next.path });
      seen.add(path);
    }
  }

  return done;
}

/** Addresses of the portal that a page links to. */
export function linksIn({ text, headers }: Answer): string[] {
  if (!headers["content-type"]?.includes("text/html")) return [];
  const found = [...text.matchAll(/<a\b[^>]*?\shref="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));

  return found.filter((href) => href.startsWith("/") && !href.startsWith("//")).map((href) => href.split("#")[0] ?? "");
}

function redirectOf({ headers }: Answer): string[] {
  const target = headers["location"];
  if (!target) return [];
  const { pathname, search } = new URL(target, "http://portal.invalid");

  return [pathname + search];
}
