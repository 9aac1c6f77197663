"use client";

/** Shown when a page and its frame break: never what broke, only its number. */
export { FaultPage as default } from "@/components/shell/fault-report";
