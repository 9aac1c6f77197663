"use client";

import { FaultPage } from "@/components/shell/fault-report";
import "./globals.css";

/** The last resort, when the frame itself broke: it brings its own page. */
export default function GlobalFault({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="zh-CN">
      <head>
        <title>系统出了点问题 · 环卫职工之家</title>
      </head>
      <body>
        <FaultPage error={error} retry={retry} />
      </body>
    </html>
  );
}
