import { refuseForeignOrigin } from "@/lib/auth/gate";
import { signOut } from "@/lib/auth/sign-in";

/**
 * Signs out. A plain form posts here and the whole page is loaded anew: nothing that was shown stays in the memory of a
 * shared PC's browser, with or without JavaScript.
 */
export async function POST(): Promise<Response> {
  await refuseForeignOrigin();
  await signOut();

  return new Response(null, {
    status: 303,
    headers: { Location: "/sign-in", "Clear-Site-Data": '"cache", "storage"' },
  });
}
