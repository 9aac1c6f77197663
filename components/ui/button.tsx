import { AppLink } from "./app-link";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { buttonLook } from "./button-look";
import { Icon, type IconName } from "./icon";

type ButtonProps = {
  children: ReactNode;
  tone?: "outline" | "primary" | "danger" | "link";
  size?: "normal" | "small";
  icon?: IconName;
  wide?: boolean;
  href?: string;
  newTab?: boolean;
  label?: string;
  type?: "submit" | "button";
} & Pick<ButtonHTMLAttributes<HTMLButtonElement>, "name" | "value" | "form" | "formAction" | "disabled">;

/**
 * A button, or a link that looks like one when `href` is given. `label` names it for screen readers where the words repeat in
 * every row (核实 → 核实 丈夫住院，申请临时救助). One `primary` per view.
 */
export function Button({
  children,
  tone,
  size,
  icon,
  wide,
  href,
  newTab,
  label,
  type = "submit",
  ...rest
}: ButtonProps) {
  const look = buttonLook({ tone, size, wide });
  const content = (
    <>
      {icon && <Icon name={icon} size="small" />}
      {children}
    </>
  );
  if (href === undefined) {
    return (
      <button type={type} className={look} aria-label={label} {...rest}>
        {content}
      </button>
    );
  }
  const target = newTab ? { target: "_blank", rel: "noreferrer" } : {};
  if (!href.startsWith("/")) {
    return (
      <a href={href} className={look} aria-label={label} {...target}>
        {content}
      </a>
    );
  }
  return (
    <AppLink href={href} className={look} aria-label={label} {...target}>
      {content}
    </AppLink>
  );
}
