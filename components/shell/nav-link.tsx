"use client";

import { AppLink } from "@/components/ui/app-link";
import { usePathname } from "next/navigation";

/**
 * One entry of the navigation. It asks the browser where it is, because the frame stays while pages change inside it;
 * of several entries that fit the address the longest is the place.
 */
export function NavLink({
  item,
  all,
}: {
  item: { href: string; label: string; badge?: number | string; tone?: "late" | "quiet" };
  all: string[];
}) {
  const path = usePathname();
  const fits = all.filter((href) => path === href || path.startsWith(`${href}/`));
  const isCurrent = fits.sort((a, b) => b.length - a.length)[0] === item.href;
  const place = isCurrent ? "border-signal bg-surface font-bold" : "border-transparent hover:bg-tint-2";
  const badge = item.tone === "quiet" ? "bg-tint-2 text-ink" : "bg-late text-surface";

  return (
    <AppLink
      href={item.href}
      aria-current={isCurrent ? "page" : undefined}
      className={`flex items-center justify-between gap-2 border-l-[3px] py-[5px] pr-5 pl-[17px] text-ink no-underline ${place}`}
    >
      {item.label}
      {item.badge !== undefined && item.badge !== 0 && (
        <span
          className={`min-w-[1.1rem] rounded-full px-[6px] text-center text-[0.6rem] leading-[1rem] font-bold num ${badge}`}
        >
          {item.badge}
        </span>
      )}
    </AppLink>
  );
}
