"use client";

/** A staff page broke; its frame stands, so that one can go on working elsewhere. */
export { FaultReport as default } from "@/components/shell/fault-report";
