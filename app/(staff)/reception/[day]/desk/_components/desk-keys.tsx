"use client";

import { useEffect } from "react";

/**
 * One key for what the clerk does all morning: 1–9 calls the next one to that door, 0 goes to the search box. Presses the
 * button on the page, so that without scripts the same buttons do the same. Silent while somebody is typing.
 */
export function DeskKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const target =
        event.key === "0"
          ? document.querySelector<HTMLInputElement>("#desk-search input[name=q]")
          : /^[1-9]$/.test(event.key)
            ? document.querySelector<HTMLButtonElement>(`#door-${event.key} [data-next] button`)
            : null;
      if (!target) return;
      event.preventDefault();
      if (target instanceof HTMLInputElement) target.focus();
      else target.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  return (
    <p className="no-print my-3 text-note text-ink-3">
      键盘：1、2、3 叫该接待室的下一位，0 到查找框，Tab 依次走，回车确定
    </p>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
