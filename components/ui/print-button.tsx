"use client";

import { useSyncExternalStore } from "react";
import { buttonLook } from "./button-look";

/** Opens the browser's print dialogue. Appears only where scripts run: without them it could do nothing. */
export function PrintButton({ children = "打印" }: { children?: string }) {
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isScripted) return null;
  return (
    <button type="button" className={buttonLook()} onClick={() => window.print()}>
      {children}
    </button>
  );
}

const never = () => () => undefined;
