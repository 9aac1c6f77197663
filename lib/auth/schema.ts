import { z } from "zod";

const word = z.string().max(600).optional().catch(undefined);

/** What stands in the address of the sign-in page. */
export const SignInQuery = z.object({
  /** the page somebody wanted to see; set by the gate */
  next: word,
  /** the same after next-auth has been asked for its cookie; its presence says that this was tried */
  callbackUrl: word,
  /** present after a failed attempt, whatever the reason */
  error: word,
  /** `letters` brings up the phone's letter keys */
  keys: word,
});
