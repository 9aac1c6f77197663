import { AppLink } from "./app-link";
import type { ReactNode } from "react";

type TextLinkProps = {
  href: string;
  children: ReactNode;
  quiet?: boolean;
  plain?: boolean;
  newTab?: boolean;
};

/**
 * A link inside a line of text. `plain` gives an ordinary anchor: worker pages use it, so that they ship no script for links.
 */
export function TextLink({ href, children, quiet, plain, newTab }: TextLinkProps) {
  const look = quiet ? "text-ink-2" : undefined;
  const target = newTab ? { target: "_blank", rel: "noreferrer" } : {};
  if (plain || !href.startsWith("/")) {
    return (
      <a href={href} className={look} {...target}>
        {children}
      </a>
    );
  }
  return (
    <AppLink href={href} className={look} {...target}>
      {children}
    </AppLink>
  );
}
