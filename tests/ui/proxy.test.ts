import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";
import { config, proxy } from "../../proxy";

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";
const forwarded = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

afterEach(() => vi.unstubAllEnvs());

test("every answer carries the policy, and the page gets the same nonce", () => {
  const response = ask("/inbox?tab=mine");
  const policy = policyOf(response);
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'(;|$)/);
  for (const rule of ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'none'"])
    expect(policy).toContain(rule);
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe/);
  expect(forwarded(response, "content-security-policy")).toBe(policy);
  expect(forwarded(response, "x-portal-path")).toBe("/inbox?tab=mine");
});

test("an uploaded file may run nothing, on no road", () => {
  const policy = policyOf(ask("/attachments/019a0000-0000-7000-8000-000000000000"));
  expect(policy).toContain("sandbox;");
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src|allow-|unsafe/);
});

test("no two answers share a nonce", () => {
  expect(policyOf(ask("/"))).not.toBe(policyOf(ask("/")));
});

test("a visitor's own policy or path never reaches the page", () => {
  const response = ask("/my", {
    "content-security-policy": "script-src 'nonce-mine'",
    "content-security-policy-report-only": "script-src 'nonce-mine'",
    "x-portal-path": "//evil.example",
  });
  expect(forwarded(response, "content-security-policy")).not.toContain("nonce-mine");
  expect(forwarded(response, "content-security-policy-report-only")).toBeNull();
  expect(forwarded(response, "x-portal-path")).toBe("/my");
});

test("pages are never stored; files for everybody may be", () => {
  expect(ask("/people").headers.get("cache-control")).toBe("private, no-store");
  expect(ask("/audio/hello.mp3").headers.get("cache-control")).toBeNull();
  expect(ask("/people").headers.get("x-content-type-options")).toBe("nosniff");
  expect(ask("/people").headers.get("referrer-policy")).toBe("same-origin");
});

test("https is demanded for a year only where the portal is served by https", () => {
  vi.stubEnv("PORTAL_URL", "http://localhost:3000");
  expect(ask("/").headers.get("strict-transport-security")).toBeNull();
  vi.stubEnv("PORTAL_URL", "https://home.example.gov.cn");
  expect(ask("/").headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
});

test("only the built files go without it", () => {
  const matcher = new RegExp(`^${config.matcher}$`);
  for (const path of ["/", "/people/1", "/api/auth/csrf", "/_next/image", "/text-size"]) expect(path).toMatch(matcher);
  expect("/_next/static/chunks/a.js").not.toMatch(matcher);
});
