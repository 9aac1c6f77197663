import { NextResponse, type NextRequest } from "next/server";

const publicFile = /\.(?:css|svg|ico|png|mp3|txt|webmanifest)$/;

/** What somebody uploaded: whatever is in it, nothing of it runs. The styles are for the page that says it is not there. */
const uploads = /^\/attachments\//;
const uploadPolicy = "sandbox; default-src 'none'; style-src 'self'; frame-ancestors 'none'";

/**
 * Sets the content security policy with a fresh nonce and the security headers, and tells the page its own path. It decides
 * nothing: who may see what is decided behind `authorise`, because a proxy can be walked around.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = uploads.test(request.nextUrl.pathname) ? uploadPolicy : contentPolicy(freshNonce());
  const asked = new Headers(request.headers);
  // Next takes the nonce for its own scripts from this request header, so a visitor's own must never come through.
  asked.set("Content-Security-Policy", policy);
  asked.delete("Content-Security-Policy-Report-Only");
  asked.set("x-portal-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: asked } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Content-Type-Options", "nosniff");
  // Not no-referrer: with that a browser posts a plain form with `Origin: null`, and every form without JavaScript is refused.
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("X-Frame-Options", "DENY");
  if (!publicFile.test(request.nextUrl.pathname)) response.headers.set("Cache-Control", "private, no-store");
  if (process.env.PORTAL_URL?.startsWith("https:"))
    response.headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""; // React's error overlay evaluates code
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function freshNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

/** Everything but the built files, whose names carry their hash: they may be cached for ever. */
export const config = { matcher: "/((?!_next/static/).*)" };
