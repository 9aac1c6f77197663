/** One entry of a select, a radio list or a filter. `value` is what the form sends, `label` what is read. */
export type Option = { value: string; label: string; hint?: string; disabled?: boolean };

/** A dictionary of words as the entries of a list, in its order. */
export function optionsOf(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
