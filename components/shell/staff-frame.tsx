import { Icon } from "@/components/ui/icon";
import { DemoBanner } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { dialable } from "@/lib/dial";
import type { ReactNode } from "react";
import { ContrastSwitch, SizeSwitch } from "./reading-switch";
import { SearchKey } from "./search-key";
import { SkipLink } from "./skip-link";
import { Brand, NavList, type NavItem } from "./staff-nav";

type StaffFrameProps = {
  items: NavItem[];
  who: { name: string; post?: string; href?: string };
  signOut: string | (() => Promise<void>);
  phone: string;
  search?: boolean;
  demo?: boolean;
  children: ReactNode;
};

/**
 * The frame of every staff page: matters at the left, search and oneself at the top, the telephone at the foot. Below 1000 px the
 * navigation folds into 菜单. What stands in `items` is decided by whoever builds the page, from the verb table.
 */
export function StaffFrame({ items, who, signOut, phone, search = true, demo, children }: StaffFrameProps) {
  return (
    <div className="flex min-h-screen flex-col print:block">
      <SkipLink />
      <div className="band no-print" />
      {demo && <DemoBanner />}
      <div className="flex flex-1 flex-col desk:grid desk:grid-cols-[var(--spacing-nav)_minmax(0,1fr)] print:block">
        <div className="no-print border-r border-line bg-tint max-desk:hidden">
          <nav aria-label="主导航" className="sticky top-0 max-h-screen overflow-y-auto pt-4 pb-6">
            <Brand />
            <NavList items={items} />
          </nav>
        </div>
        <div className="flex min-w-0 flex-1 flex-col print:block">
          <TopBar items={items} who={who} signOut={signOut} search={search} />
          <main
            id="main"
            tabIndex={-1}
            className="w-full max-w-page flex-1 px-7 pt-5 pb-12 max-phone:px-4 max-phone:pt-4 print:max-w-none print:p-0"
          >
            {children}
            <p className="only-print mt-4 text-note">打印人 {who.name}</p>
          </main>
          <footer className="no-print border-t border-line px-7 py-3 text-note text-ink-3 max-phone:px-4">
            用着不顺手、哪里不对，打电话{" "}
            <a href={`tel:${dialable(phone)}`} className="text-ink-2 num">
              {phone}
            </a>
          </footer>
        </div>
      </div>
    </div>
  );
}

const quiet = "text-info underline underline-offset-3";

function TopBar({ items, who, signOut, search }: Pick<StaffFrameProps, "items" | "who" | "signOut" | "search">) {
  return (
    <header className="no-print relative flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-7 py-[10px] max-phone:px-4">
      <details className="desk:hidden">
        <summary className="inline-flex min-h-control items-center gap-2 rounded-sheet border border-control px-3 font-bold">
          <Icon name="menu" size="small" />
          菜单
        </summary>
        <nav
          aria-label="主导航"
          className="absolute top-full right-0 left-0 z-10 max-h-[80vh] overflow-y-auto border-b border-line-strong bg-tint pt-3 pb-5"
        >
          <NavList items={items} />
        </nav>
      </details>
      {search && <SearchBox />}
      <div className="ml-auto flex flex-wrap items-center gap-x-4 gap-y-1 text-[0.7rem]">
        <SizeSwitch largest="large" look={quiet} />
        <ContrastSwitch look={quiet} />
        <span>
          {who.href ? <TextLink href={who.href}>{who.name}</TextLink> : who.name}
          {who.post && <span className="text-ink-3"> {who.post}</span>}
        </span>
        <form action={signOut} method={typeof signOut === "string" ? "post" : undefined}>
          <button className={quiet}>退出</button>
        </form>
      </div>
    </header>
  );
}

function SearchBox() {
  return (
    <form
      action="/people"
      method="get"
      role="search"
      aria-label="查找职工"
      className="relative min-w-40 flex-1 basis-40 desk:max-w-[19rem]"
    >
      <span className="absolute top-0 left-[10px] flex h-full items-center text-ink-3">
        <Icon name="search" size="small" />
      </span>
      <input
        id="search"
        name="q"
        type="search"
        aria-label="查找职工"
        placeholder="姓名、拼音、工号"
        autoComplete="off"
        className="control w-full pl-[2rem]"
      />
      <SearchKey inputId="search" />
    </form>
  );
}
