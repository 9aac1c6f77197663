"use client";

import { useEffect } from "react";

/** `/` puts the cursor into the search box, unless somebody is typing. Renders nothing. */
export function SearchKey({ inputId }: { inputId: string }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      document.getElementById(inputId)?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [inputId]);
  return null;
}
