import { refuseForeignOrigin } from "@/lib/auth/gate";
import { env } from "@/lib/env";
import { changeReading, currentReading, keepReading, pathBack } from "@/lib/text-size";

/** The switch 大字 / 高对比: a plain form, so that it works without scripts; the next page is drawn in the new size. */
export async function POST(request: Request): Promise<Response> {
  await refuseForeignOrigin();
  const choice = (await request.formData()).get("reading");
  const reading = changeReading(await currentReading(), typeof choice === "string" ? choice : "");
  await keepReading(reading, env.PORTAL_URL.startsWith("https:"));

  return new Response(null, { status: 303, headers: { Location: pathBack(request.headers.get("referer")) } });
}
