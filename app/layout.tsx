import { officePhone, portalName } from "@/lib/office";
import { currentReading } from "@/lib/text-size";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: portalName, template: `%s · ${portalName}` },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
  referrer: "same-origin",
  icons: { icon: "/icon.svg", other: [{ rel: "stylesheet", url: "/fault.css" }] }, // words for pages that cannot be drawn
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#c2440c" };

/**
 * Reading the cookie makes every page dynamic, also the one for wrong addresses: only then does the nonce of the request reach
 * every script. The telephone stands on the root, so that the error page finds it without asking anybody.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { size, contrast } = await currentReading();
  return (
    <html lang="zh-CN" data-size={size} data-contrast={contrast} data-phone={officePhone()}>
      <body>{children}</body>
    </html>
  );
}
