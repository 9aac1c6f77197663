import type { FileFilter } from "@/lib/hardship/list/schema";

/** Address of the ledger with these filters; what is empty is left out, a change of filter starts at the first page. */
export function ledgerHref(filter: Partial<FileFilter>, change: Partial<FileFilter> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: undefined, ...change }))
    if (value) query.set(name, value);
  const text = query.toString();

  return text ? `/hardship?${text}` : "/hardship";
}
