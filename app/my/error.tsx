"use client";

import { FaultPage } from "@/components/shell/fault-report";

/** A worker's page broke: the same words in the worker's size. */
export default function WorkerFault(props: { error: unknown; retry: () => void }) {
  return (
    <div className="worker mx-auto min-h-screen max-w-column">
      <FaultPage {...props} />
    </div>
  );
}
