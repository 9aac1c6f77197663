"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks at the page anew every `seconds` while something runs in the background; without scripts the browser itself does. */
export function Again({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
