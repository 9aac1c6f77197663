"use client";

import { useEffect } from "react";

const everyMs = 5 * 60_000;

/**
 * Typing in a form is activity: as long as somebody touches the page, it asks for itself once in five minutes, so that the
 * sign-in does not end over a long talk and take what was typed with it. Nobody there, nothing asked.
 */
export function StaySignedIn() {
  useEffect(() => {
    let touched = false;
    const touch = () => {
      touched = true;
    };
    const ask = () => {
      if (!touched) return;
      touched = false;
      // On a bad line the next turn asks again.
      fetch(window.location.pathname, { method: "HEAD", cache: "no-store", redirect: "manual" }).catch(() => touch());
    };
    const timer = setInterval(ask, everyMs);
    for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, touch);

    return () => {
      clearInterval(timer);
      for (const kind of ["pointerdown", "keydown"]) window.removeEventListener(kind, touch);
    };
  }, []);

  return null;
}
