import { refuseForeignOrigin } from "@/lib/auth/gate";
import { env } from "@/lib/env";
import { changeReading, formatReading, parseReading, pathBack, readingCookie } from "@/lib/text-size";
import { cookies } from "next/headers";

const year = 365 * 24 * 3600;

/** The switch 大字 / 高对比: a plain form, so that it works without scripts; the next page is drawn in the new size. */
export async function POST(request: Request): Promise<Response> {
  await refuseForeignOrigin();
  const choice = (await request.formData()).get("reading");
  const jar = await cookies();
  const reading = changeReading(parseReading(jar.get(readingCookie)?.value), typeof choice === "string" ? choice : "");
  jar.set(readingCookie, formatReading(reading), {
    httpOnly: true,
    sameSite: "lax",
    secure: env.PORTAL_URL.startsWith("https:"),
    path: "/",
    maxAge: year,
  });
  return new Response(null, { status: 303, headers: { Location: pathBack(request.headers.get("referer")) } });
}
