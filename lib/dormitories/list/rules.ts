/** An address with these filters; what is empty is left out. */
export function hrefWith(page: string, filter: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  const text = query.toString();

  return text ? `${page}?${text}` : page;
}
