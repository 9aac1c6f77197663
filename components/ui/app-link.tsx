import Link from "next/link";
import type { AnchorHTMLAttributes, ComponentProps } from "react";

type AppLinkProps = { href: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href">;

/**
 * A link inside the portal. Never prefetches: a table of fifty links would ask the server fifty times. Addresses are put
 * together at run time, so the list of routes that Next writes at build time cannot check them.
 */
export function AppLink(props: AppLinkProps) {
  const unchecked: object = { prefetch: false, ...props };
  return <Link {...(unchecked as ComponentProps<typeof Link>)} />;
}
