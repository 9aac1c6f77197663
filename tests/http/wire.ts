import { request } from "node:http";
import { demoPassword, demoPin, isWorker, portal } from "../setup/portal";

export type Answer = { status: number; headers: Record<string, string>; cookies: string[]; text: string };
export type Asked = { method?: string; headers?: Record<string, string>; cookie?: string | undefined; body?: string };

const origin = new URL(portal.url);

/** Every demo account and what it is; the crawls and matrices run over all of them. */
export const accounts = {
  "9001": "系统管理员",
  "9002": "安全管理员",
  "9003": "审计员",
  "1001": "局领导",
  "2001": "接待办",
  "2002": "社保专员",
  "2003": "帮扶专员",
  "2004": "宿舍干事",
  "2005": "教育专员",
  "2015": "宿舍管理员",
  "3001": "联络员（环卫一所）",
  "3002": "联络员（环卫二所）",
  "50001": "职工",
  "60001": "退休职工",
} as const;
export type Login = keyof typeof accounts;
export const logins = Object.keys(accounts) as Login[];

/** What a browser adds to a form of its own page. */
export const sameOrigin = { origin: origin.origin, "sec-fetch-site": "same-origin" };

/**
 * Sends one request exactly as written: the path is not normalised, no redirect is followed, no header is added but Host.
 * @param path begins with a slash; may hold what no browser would send
 */
export function send(path: string, asked: Asked = {}): Promise<Answer> {
  const headers = { ...asked.headers, ...(asked.cookie ? { cookie: asked.cookie } : {}) };
  const length = asked.body === undefined ? {} : { "content-length": String(Buffer.byteLength(asked.body)) };

  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname: origin.hostname,
        port: origin.port,
        path,
        method: asked.method ?? "GET",
        headers: { ...headers, ...length },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            cookies: response.headers["set-cookie"] ?? [],
            text: Buffer.concat(parts).toString("utf8"),
          }),
        );
      },
    );
    sent.setTimeout(30_000, () => sent.destroy(new Error(`no answer from ${path}`)));
    sent.on("error", reject);
    sent.end(asked.body);
  });
}

/** Sends a form as a browser without JavaScript does. */
export function sendForm(path: string, fields: Record<string, string>, asked: Asked = {}): Promise<Answer> {
  const headers = { "content-type": "application/x-www-form-urlencoded", ...sameOrigin, ...asked.headers };

  return send(path, { ...asked, method: "POST", headers, body: new URLSearchParams(fields).toString() });
}

const known = new Map<string, Promise<string>>();

/** The cookie of a demo account, signed in once for the whole run. */
export function cookieOf(login: string): Promise<string> {
  const found = known.get(login) ?? signIn(login).then(({ cookie }) => cookie);
  known.set(login, found);

  return found;
}

/** Signs in over the wire, as the form of the sign-in page does. Throws when that does not work. */
export async function signIn(login: string, secret?: string): Promise<{ cookie: string; answer: Answer }> {
  const answer = await trySignIn(login, secret ?? (isWorker(login) ? demoPin : demoPassword));
  const cookie = sessionIn(answer);
  if (!cookie) throw new Error(`${login} could not sign in: ${answer.status} ${answer.headers["location"] ?? ""}`);

  return { cookie, answer };
}

/** One attempt, whatever becomes of it. */
export async function trySignIn(
  login: string,
  secret: string,
  asked: Asked & { callbackUrl?: string } = {},
): Promise<Answer> {
  const { cookie, token } = await csrf();
  const fields = { csrfToken: token, callbackUrl: asked.callbackUrl ?? "/", loginName: login, secret };

  return sendForm("/api/auth/callback/credentials", fields, {
    ...asked,
    cookie: [asked.cookie, cookie].filter(Boolean).join("; "),
  });
}

/** The cookie against forged sign-ins and the token that belongs to it. */
export async function csrf(): Promise<{ cookie: string; token: string }> {
  const { cookies } = await send("/api/auth/csrf");
  const cookie = cookies.map(pairOf).find((pair) => pair.includes("csrf-token=")) ?? "";
  const token = decodeURIComponent(cookie.slice(cookie.indexOf("=") + 1)).split("|")[0] ?? "";

  return { cookie, token };
}

/** The sign-in page as a browser gets it that already has the cookie; the first visit only fetches that. */
export async function openSignIn(query = ""): Promise<Answer> {
  const { cookie } = await csrf();

  return send(`/sign-in${query}`, { cookie });
}

/** The session cookie that an answer sets, as `name=value`; undefined when it sets none or clears it. */
export function sessionIn(answer: Answer): string | undefined {
  return answer.cookies.map(pairOf).find((pair) => /^(__Host-)?sid=./.test(pair));
}

function pairOf(cookie: string): string {
  return cookie.split(";")[0] ?? "";
}
