import nextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { signInOptions } from "@/lib/auth/options";

async function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const answer: unknown = await nextAuth(request, context, signInOptions());
  if (!(answer instanceof Response)) throw new Error("next-auth gave no response");

  return answer;
}

export { handle as GET, handle as POST };
