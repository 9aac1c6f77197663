/** A telephone number for a `tel:` link: digits and a leading plus only. Apart from office.ts, which only the server may load. */
export function dialable(phone: string): string {
  return phone.replace(/(?!^\+)\D/g, "");
}
