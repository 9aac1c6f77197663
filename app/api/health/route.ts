import { checkHealth } from "@/lib/health";

export const dynamic = "force-dynamic";

/** 200 when everything works, 503 with the name of the part that does not. For monitors; it says nothing else. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
}
