import type { FormAction, FormState } from "./form-state";

const kept = "填的、签的、选的照片都还在，换个有信号的地方点「再试一次」，不会登记两遍。";

/**
 * An action whose sending may fail on the way: the form stays as it is and says so, instead of giving way to the error page.
 * What the server answers, redirects and refusals, passes through. On the server it is the action itself, so that the form
 * works without scripts.
 */
export function steady(action: FormAction): FormAction {
  if (typeof window === "undefined") return action;

  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (fault) {
      const digest = digestOf(fault);
      // The framework's own word for a redirect or a page that is not there.
      if (digest?.startsWith("NEXT_")) throw fault;
      const sentence = digest ? `门户出了错，没有记上（编号 ${digest}）。${kept}` : `网络不通，没有交上去。${kept}`;

      return { status: "error", error: { "": [sentence] }, initialValue: typed(form) };
    }
  };
}

/** Whether the last sending was lost on the way. */
export function isLost(state: FormState): boolean {
  return state?.error?.[""]?.[0]?.endsWith(kept) ?? false;
}

function digestOf(fault: unknown): string | undefined {
  if (typeof fault !== "object" || fault === null || !("digest" in fault)) return undefined;

  return typeof fault.digest === "string" ? fault.digest : undefined;
}

/** What stands in the form, as an answer of the server would bring it back; several of one name are a list. */
function typed(form: FormData): Record<string, string | string[]> {
  const names = [...new Set(form.keys())];
  const texts = names.map((name) => [name, form.getAll(name).filter((one) => typeof one === "string")] as const);

  return Object.fromEntries(texts.map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? "")]));
}
