import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { type Env, env, SettingError } from "@/lib/env";
import { log, loggedPath } from "@/lib/log";

type Rules = Pick<Env, "PORTAL_URL" | "TRUSTED_PROXY">;

// Headers by which proxies and Next's own parts talk to each other. From outside they are attempts to be believed.
const internalHeader =
  /^(x-forwarded-|x-middleware-|x-invoke-|x-now-|x-vercel-|x-next-|next-resume|forwarded$|x-real-ip$|x-matched-path$)/;
const largestBody = 11 * 1024 * 1024; // an upload of 10 MB with its form around it

/**
 * The HTTP front before Next: takes off what no visitor may send, notes who is really calling, insists on the one
 * canonical address, and lets nothing reach the image optimiser.
 * @param handle what answers the cleaned request
 * @param rules PORTAL_URL, and TRUSTED_PROXY whose X-Forwarded-For and -Proto are believed
 */
export function createFront(handle: RequestListener, rules: Rules): Server {
  const canonical = new URL(rules.PORTAL_URL);
  return createServer((request, response) => {
    const started = performance.now();
    response.on("close", () => {
      const took = Math.round(performance.now() - started);
      log.debug({ method: request.method, path: loggedPath(request.url ?? ""), status: response.statusCode, ms: took });
    });
    cleanHeaders(request, rules.TRUSTED_PROXY);
    setSecurityHeaders(response, canonical);
    const refusal = refusalOf(request, canonical);
    if (refusal) answer(response, refusal);
    else handle(request, response);
  });
}

type Refusal = { status: number; text: string; location?: string };

function refusalOf(request: IncomingMessage, canonical: URL): Refusal | undefined {
  const url = request.url ?? "";
  if (!url.startsWith("/")) return { status: 400, text: "请求的网址不对。" };
  if (/^\/+_next\/+image/i.test(decoded(url))) return { status: 404, text: "没有这个页面。" };
  if (Number(request.headers["content-length"] ?? 0) > largestBody)
    return { status: 413, text: "文件太大，最多 10 MB。" };
  // Cookies and forms belong to one address. A monitor may ask for health by whatever name it knows the machine.
  if (request.headers.host === canonical.host || url === "/api/health" || isOwnFetch(request)) return undefined;
  const isReading = request.method === "GET" || request.method === "HEAD";
  const text = `请用 ${canonical.origin} 打开。`;
  return isReading ? { status: 307, text, location: canonical.origin + url } : { status: 421, text };
}

/**
 * After an action that ends in a redirect Next asks itself for the next page, by the address it listens on. Sent on to the
 * canonical address, that request would lose its cookie on the way and arrive as nobody.
 */
function isOwnFetch({ headers, socket }: IncomingMessage): boolean {
  const isLoopback = ["127.0.0.1", "::1"].includes(plainAddress(socket.remoteAddress));
  return isLoopback && headers.rsc === "1" && headers.host === `${env.HOST}:${env.PORT}`;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function answer(response: ServerResponse, { status, text, location }: Refusal): void {
  response.setHeader("Content-Security-Policy", "default-src 'none'");
  response.setHeader("Cache-Control", "private, no-store");
  if (location) response.setHeader("Location", location);
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" }).end(text);
}

function setSecurityHeaders(response: ServerResponse, canonical: URL): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "same-origin");
  if (canonical.protocol === "https:")
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
}

function cleanHeaders(request: IncomingMessage, trusted: string[]): void {
  const socketAddress = plainAddress(request.socket.remoteAddress);
  const isProxied = trusted.includes(socketAddress);
  const forwarded = isProxied ? request.headers["x-forwarded-for"] : undefined;
  const protocol = isProxied ? request.headers["x-forwarded-proto"] : undefined;
  for (const name of Object.keys(request.headers))
    if (internalHeader.test(name)) Reflect.deleteProperty(request.headers, name);
  // The proxy appends the address that it saw; whatever stands further left came from the visitor.
  const hops = String(forwarded ?? "")
    .split(",")
    .map(plainAddress)
    .filter(Boolean);
  request.headers["x-forwarded-for"] = hops.findLast((hop) => !trusted.includes(hop)) ?? socketAddress;
  if (protocol === "https" || protocol === "http") request.headers["x-forwarded-proto"] = protocol;
}

function plainAddress(address = ""): string {
  return address.trim().replace(/^::ffff:/, "");
}

/** A listening server: its address, and how to end it. */
export type Serving = { port: number; close: () => Promise<void> };

/**
 * Listens on HOST:PORT. Throws SettingError with one sentence when the port is taken.
 * `close` lets requests in progress finish for ten seconds.
 */
export async function listen(server: Server): Promise<Serving> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(
        isTaken ? new SettingError(`端口 ${env.PORT} 已被占用：请先停掉占用它的程序，或设置 PORT 换一个端口。`) : error,
      );
    });
    server.listen(env.PORT, env.HOST, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 10_000).unref();
    });
  return { port: (server.address() as AddressInfo).port, close };
}

/** Serves the portal through Next, built (`isDev` false) or compiled on demand. */
export async function servePortal(isDev: boolean): Promise<Serving> {
  const { default: next } = await import("next");
  let handle: RequestListener = (_, response) => answer(response, { status: 503, text: "正在启动，请稍候刷新。" });
  const front = createFront((request, response) => handle(request, response), env);
  const serving = await listen(front);
  // Live reload needs WebSockets; the built portal has none, so its upgrade listener goes to a server nobody reaches.
  const app = next({ dev: isDev, hostname: env.HOST, port: env.PORT, httpServer: isDev ? front : createServer() });
  await app.prepare();
  const handleNext = app.getRequestHandler();
  handle = (request, response) => void handleNext(request, response);
  const close = async () => {
    await serving.close();
    await app.close();
  };
  return { ...serving, close };
}
