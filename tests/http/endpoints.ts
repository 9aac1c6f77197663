import { readFileSync } from "node:fs";
import path from "node:path";
import { type Verb, verbs } from "@/lib/auth/verbs";
import { root, sources } from "../setup/structure";
import { type Answer, type Asked, sameOrigin, send } from "./wire";

/** A server action as the outside sees it: an id that answers POST, on any page that uses it. */
export type Endpoint = { id: string; name: string; verb: Verb; page: string };

type Entry = { workers: Record<string, unknown>; exportedName: string; filename: string };

/** Every public endpoint that the build made of the server actions, with the verb that its source names. */
export function endpoints(): Endpoint[] {
  const text = readFileSync(path.join(root, ".next/server/server-reference-manifest.json"), "utf8");
  const { node } = JSON.parse(text) as { node: Record<string, Entry> };
  const inSource = verbsInSource();

  return Object.entries(node).map(([id, { workers, exportedName, filename }]) => {
    const verb = inSource.get(`${filename} ${exportedName}`);
    if (!verb) throw new Error(`${filename} ${exportedName} is an endpoint, but was not made with a verb`);

    return { id, name: `${filename} ${exportedName}`, verb, page: addressOf(Object.keys(workers)[0] ?? "") };
  });
}

/** How many actions the source exports; those that no page uses do not become endpoints. */
export function verbsInSource(): Map<string, Verb> {
  const made = /export const (\w+)[^=]*=\s*(?:staffAction|workerAction)\(\s*"([^"]+)"/g;
  const files = sources().filter(({ path: file }) => /^lib\/.*\/actions\.ts$/.test(file));
  const found = new Map<string, Verb>();
  for (const { path: file, text } of files) {
    for (const [, name = "", verb = ""] of text.matchAll(made)) if (isVerb(verb)) found.set(`${file} ${name}`, verb);
  }

  return found;
}

function isVerb(word: string): word is Verb {
  return word in verbs;
}

/** `app/(staff)/cases/[id]/page` → an address of that page; the id of nobody, since the action comes before the page. */
function addressOf(worker: string): string {
  const route = worker
    .replace(/^app/, "")
    .replace(/\/\([^)]+\)/g, "")
    .replace(/\/page$/, "");

  return route.replace(/\[[^\]]+\]/g, "019a0000-0000-7000-8000-000000000000") || "/";
}

/** Calls an action as the browser's script does: the state before, and a form. */
export function call(endpoint: Endpoint, fields: Record<string, string>, asked: Asked = {}): Promise<Answer> {
  const boundary = "----portal-test";
  const parts = Object.entries(fields).map(([name, value]) => part(boundary, `_1_${name}`, value));
  const state = part(boundary, "0", '[null,"$K1"]');
  const headers = {
    ...sameOrigin,
    accept: "text/x-component",
    "next-action": endpoint.id,
    "content-type": `multipart/form-data; boundary=${boundary}`,
    ...asked.headers,
  };

  return send(endpoint.page, {
    ...asked,
    method: "POST",
    headers,
    body: `${parts.join("")}${state}--${boundary}--\r\n`,
  });
}

function part(boundary: string, name: string, value: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}
