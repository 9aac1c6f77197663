"use client";

import { useEffect, useState } from "react";
import { buttonLook } from "./button-look";

/** Opens the browser's print dialogue. Appears only where scripts run: without them it could do nothing. */
export function PrintButton({ children = "打印" }: { children?: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <button type="button" hidden={!ready} className={buttonLook()} onClick={() => window.print()}>
      {children}
    </button>
  );
}
