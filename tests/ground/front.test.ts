import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { afterEach, expect, test, vi } from "vitest";

import { rereadEnv, SettingError } from "@/lib/env";
import { createFront, listen } from "@/lib/server";

const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
  vi.unstubAllEnvs();
  rereadEnv();
});

type Reply = { status: number; headers: IncomingHttpHeaders; body: string };

/** Sends one request to a front whose application answers with the headers that reached it. */
async function ask(
  path: string,
  headers: OutgoingHttpHeaders = {},
  { trusted = [] as string[], url = "http://home.test", method = "GET" } = {},
): Promise<Reply> {
  const front = createFront((received, response) => response.end(JSON.stringify(received.headers)), {
    PORTAL_URL: url,
    TRUSTED_PROXY: trusted,
  });
  open.push(front);
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { port } = front.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, path, method, headers: { host: new URL(url).host, ...headers } },
      (got) => {
        let body = "";
        got.on("data", (part: Buffer) => (body += part.toString()));
        got.on("end", () => resolve({ status: got.statusCode ?? 0, headers: got.headers, body }));
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

const reached = (reply: Reply) => JSON.parse(reply.body) as IncomingHttpHeaders;

test.each([
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "forwarded",
  "x-real-ip",
  "x-middleware-subrequest",
  "x-middleware-rewrite",
  "next-resume",
  "x-next-resume-state-length",
  "x-now-route-matches",
  "x-matched-path",
  "x-invoke-path",
])("a visitor's %s does not reach the application", async (name) => {
  const reply = await ask("/", { [name]: "evil", "next-action": "kept" });
  expect(reply.status).toBe(200);
  expect(reached(reply)).toMatchObject({ "next-action": "kept" });
  expect(reached(reply)).not.toHaveProperty(name);
});

test("the caller's address is the socket's, whatever the caller says", async () => {
  const reply = await ask("/", { "x-forwarded-for": "10.9.8.7" });
  expect(reached(reply)["x-forwarded-for"]).toBe("127.0.0.1");
});

test("of a trusted proxy's list the last address counts: the ones before it came from the visitor", async () => {
  const headers = { "x-forwarded-for": "1.1.1.1, 10.9.8.7", "x-forwarded-proto": "https", "x-forwarded-host": "evil" };
  const reply = await ask("/", headers, { trusted: ["127.0.0.1"] });
  expect(reached(reply)).toMatchObject({ "x-forwarded-for": "10.9.8.7", "x-forwarded-proto": "https" });
  expect(reached(reply)).not.toHaveProperty("x-forwarded-host");
});

test("behind two trusted proxies the first untrusted address from the right counts", async () => {
  const reply = await ask(
    "/",
    { "x-forwarded-for": "1.1.1.1, 10.9.8.7, 10.0.0.2" },
    { trusted: ["127.0.0.1", "10.0.0.2"] },
  );
  expect(reached(reply)["x-forwarded-for"]).toBe("10.9.8.7");
});

test.each([
  "/_next/image?url=%2Fa.png&w=64&q=75",
  "/_next/image",
  "/_next%2Fimage?url=x",
  "//_next//image",
  "/_NEXT/image",
])("%s is answered with 404 before it reaches the optimiser", async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404 });
});

test("another name for this machine leads to the one address, and writes nothing", async () => {
  const reading = await ask("/cases?page=2", { host: "127.0.0.1" });
  expect(reading).toMatchObject({ status: 307, headers: { location: "http://home.test/cases?page=2" } });
  const writing = await ask("/cases", { host: "evil.test" }, { method: "POST" });
  expect(writing.status).toBe(421);
  expect(writing.body).toBe("请用 http://home.test 打开。");
});

test("a path that looks like an address cannot lead a visitor away", async () => {
  const reply = await ask("//evil.test/x", { host: "127.0.0.1" });
  expect(new URL(reply.headers.location ?? "").host).toBe("home.test");
  expect(await ask("http://evil.test/x")).toMatchObject({ status: 400 });
});

test("a monitor may ask for health by any name", async () => {
  expect((await ask("/api/health", { host: "127.0.0.1:3000" })).status).toBe(200);
});

test("a body that announces more than an upload may have is refused unread", async () => {
  const reply = await ask("/", { "content-length": String(12 * 1024 * 1024), connection: "close" }, { method: "POST" });
  expect(reply).toMatchObject({ status: 413, body: "文件太大，最多 10 MB。" });
});

test.each([["/"], ["/_next/image"], ["http://evil.test/"]])(
  "the security headers stand on the answer to %s",
  async (path) => {
    const plain = await ask(path);
    expect(plain.headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "same-origin" });
    expect(plain.headers).not.toHaveProperty("strict-transport-security");
    const secure = await ask(path, {}, { url: "https://home.test" });
    expect(secure.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  },
);

test("a taken port is one sentence", async () => {
  const first = createFront((_, response) => response.end(), { PORTAL_URL: "http://home.test", TRUSTED_PROXY: [] });
  open.push(first);
  await new Promise<void>((resolve) => first.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("PORT", String((first.address() as AddressInfo).port));
  rereadEnv();
  const second = createFront((_, response) => response.end(), { PORTAL_URL: "http://home.test", TRUSTED_PROXY: [] });
  await expect(listen(second)).rejects.toThrow(SettingError);
  await expect(listen(second)).rejects.toThrow(/已被占用/);
});
