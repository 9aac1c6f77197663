import "server-only";
import { parseWithZod } from "@conform-to/zod/v4";
import type { SubmissionResult } from "@conform-to/react";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { authorise, refuseForeignOrigin } from "@/lib/auth/gate";
import type { Permit } from "@/lib/auth/permit";
import type { Verb } from "@/lib/auth/verbs";
import { Refusal } from "@/lib/refusal";

/** What a form gets back: null before the first submission; errors and the typed values after a refused one. */
export type FormState = SubmissionResult | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * What the person sees when the act is done: another page, or in place something that is shown once and stands in no
 * address (a revealed number). Nothing = stay and see the page afresh.
 */
export type Done = { go: string } | { show: Record<string, string> } | void;

/**
 * The only road from a staff form to a command: authorise → validate → run → show.
 * `run` calls one command, which is one transaction with its audit row. A malformed form or a `Refusal`
 * comes back with everything that was typed; any other error is a fault and reaches the error page.
 */
export function staffAction<V extends Verb, S extends z.ZodType>(
  verb: V,
  schema: S,
  run: (permit: Permit<V>, input: z.output<S>) => Promise<Done>,
): FormAction {
  return async (_previous, form) => {
    await refuseForeignOrigin();
    const permit = await authorise(verb);
    // Called by hand with something else than a form: TypeScript's promise does not bind a stranger.
    if (!((form as unknown) instanceof FormData))
      return { status: "error", error: { "": ["没有收到填写的内容，请刷新页面再试。"] } };
    const submission = parseWithZod(form, { schema });
    // What was typed comes back, a password never.
    const hideFields = [...form.keys()].filter((name) => /secret$/i.test(name));
    if (submission.status !== "success") return submission.reply({ hideFields });
    let done: Done;
    try {
      done = await run(permit, submission.value);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      const { sentence, field, resume } = fault;
      const reply = submission.reply({
        hideFields,
        ...(field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] }),
      });

      return resume ? { ...reply, initialValue: { ...reply.initialValue, ...resume } } : reply;
    }
    if (done && "show" in done) return { status: "success", initialValue: done.show };
    if (done) redirect(done.go);
    refresh();

    return null;
  };
}

/** The same road for the worker's phone; the two are told apart so that the architecture test can see which is which. */
export function workerAction<V extends Verb, S extends z.ZodType>(
  verb: V,
  schema: S,
  run: (permit: Permit<V>, input: z.output<S>) => Promise<Done>,
): FormAction {
  return staffAction(verb, schema, run);
}
