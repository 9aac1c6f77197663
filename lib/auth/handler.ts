import "server-only";
import nextAuth from "next-auth";
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { refuseForeignOrigin } from "@/lib/auth/gate";
import { TooManySignIns } from "@/lib/auth/hashing";
import { signInOptions, type SignInWatch } from "@/lib/auth/options";
import { env } from "@/lib/env";
import { officePhone, portalName } from "@/lib/office";

/** All of next-auth that the portal uses. The rest (session update, provider list, client log, its sign-out) stays shut. */
const open = ["GET csrf", "GET signin", "POST callback/credentials"];

/** Answers `/api/auth/…`: makes the CSRF cookie, checks a sign-in, sends the person on. */
export async function answerSignIn(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const { nextauth } = await context.params;
  if (!open.includes(`${request.method} ${nextauth.join("/")}`)) notFound();
  if (request.method === "POST") await refuseForeignOrigin();
  const watch: SignInWatch = { goal: "/" };
  const answer: unknown = await nextAuth(request, context, signInOptions(watch));
  if (watch.fault instanceof TooManySignIns) return busyPage();
  if (watch.fault) throw new Error("sign-in broke", { cause: watch.fault });
  if (!(answer instanceof Response)) throw new Error("next-auth gave no response");
  const location = answer.headers.get("Location");
  if (location) answer.headers.set("Location", nextStep(location, watch.goal));

  return answer;
}

/** One redirect instead of next-auth's three after a failure, and only paths: the host name stays the one that was typed. */
function nextStep(location: string, goal: string): string {
  const path = location.startsWith(env.PORTAL_URL) ? location.slice(env.PORTAL_URL.length) || "/" : location;
  if (path.startsWith("/api/auth/error")) return `/sign-in?error=1&callbackUrl=${encodeURIComponent(goal)}`;
  if (path.startsWith("/api/auth/signin")) return `/api/auth/signin?callbackUrl=${encodeURIComponent(goal)}`;

  return path;
}

/** Outside the page frame on purpose: when the machine is this busy, nothing more is rendered. */
function busyPage(): Response {
  const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${portalName}</title><h1>现在登录的人太多</h1><p>请等一分钟，再按手机或电脑上的“返回”，重新登录一次。</p>
<p>着急的话请打电话：${officePhone()}</p></html>`;

  return new Response(page, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Retry-After": "60" },
  });
}
