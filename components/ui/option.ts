/** One entry of a select, a radio list or a filter. `value` is what the form sends, `label` what is read. */
export type Option = { value: string; label: string; hint?: string; disabled?: boolean };
