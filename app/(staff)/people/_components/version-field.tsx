"use client";

import { useFormContext } from "@/components/ui/form";

/** The version this form is based on. When the form comes back because somebody else saved first, it carries the new one. */
export function VersionField({ value }: { value: number }) {
  const { state } = useFormContext();
  const resumed = state?.status === "error" ? state.initialValue?.version : undefined;

  return <input type="hidden" name="version" value={typeof resumed === "string" ? resumed : String(value)} readOnly />;
}
