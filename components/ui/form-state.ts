import type { SubmissionResult } from "@conform-to/react";

/** What a server action answers: null before the first submission and after success, errors and typed values after a refusal. */
export type FormState = SubmissionResult | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * What a field shows first: what was typed, if the form came back refused (an emptied field stays empty), otherwise what the page
 * gave. `name` may be a path such as `family[0].name`.
 */
export function fieldValue(state: FormState, given: unknown, name: string): unknown {
  if (state?.status === "error" && state.initialValue) return readPath(state.initialValue, name) ?? "";
  return given;
}

/** The sentences that refuse this field, or none. */
export function fieldErrors(state: FormState, name: string): string[] {
  return state?.error?.[name] ?? [];
}

/** Every refusal with the field it belongs to, in the order of the answer; the form's own refusals (name "") come first. */
export function allErrors(state: FormState): { name: string; sentence: string }[] {
  const entries = Object.entries(state?.error ?? {}).sort(([a], [b]) => Number(a !== "") - Number(b !== ""));
  return entries.flatMap(([name, sentences]) => (sentences ?? []).map((sentence) => ({ name, sentence })));
}

/** The id of a field inside its form, safe in an address after `#`. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]+/g, "-")}`;
}

/** Walks `a[0].b` through plain objects and arrays. */
export function readPath(source: unknown, path: string): unknown {
  let here = source;
  for (const part of path.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, part)) return undefined;
    here = (here as Record<string, unknown>)[part];
  }
  return here;
}

/** A value as text for a control: null and objects are empty. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** A value as the ticked entries of a group: one ticked box comes back as a single string. */
export function asList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(asText).filter((entry) => entry !== "");
}
