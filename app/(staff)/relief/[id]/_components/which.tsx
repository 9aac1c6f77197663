import { HiddenField } from "@/components/ui/field";
import type { ReliefView } from "@/lib/relief/view/queries";

/** The case, and what stood on the screen. */
export function Which({ view: { running } }: { view: ReliefView }) {
  return (
    <>
      <HiddenField name="caseId" value={running.loaded.id} />
      <HiddenField name="version" value={String(running.loaded.version)} />
    </>
  );
}

/** 分 as an amount field starts with it. */
export function typed(fen: bigint | number): string {
  return (Number(fen) / 100).toFixed(2);
}
