import type { Permit } from "@/lib/auth/permit";
import type { ExportList } from "@/lib/exports/rules";
import { ledgerHead, ledgerValues, type Ledger } from "@/lib/ledger";

type ExportPermit = Permit<"dormitories.export">;
type Source<F, Row> = Pick<ExportList<F>, "name" | "home" | "holds" | "parse" | "isSensitive"> & {
  ledger: Ledger<Row>;
  count: (permit: ExportPermit, filter: F) => Promise<number>;
  words: (permit: ExportPermit, filter: F) => Promise<string>;
  every: (permit: ExportPermit, filter: F) => AsyncIterable<readonly Row[]>;
};

/** A ledger as a file: the very columns of the screen and of the paper. */
export function fileOf<F, Row>({ ledger, every, ...part }: Source<F, Row>): ExportList<F> {
  const widths = new Map(ledger.columns.map(({ label, width }) => [label, width === "wide" ? 28 : 14]));

  return {
    ...part,
    title: ledger.title,
    verb: "dormitories.export",
    columns: () =>
      ledgerHead(ledger)
        .slice(1, -1)
        .map((header) => ({ header, width: widths.get(header) ?? 14 })),
    count: (permit, filter) => part.count(permit as ExportPermit, filter),
    words: (permit, filter) => part.words(permit as ExportPermit, filter),
    async *read(permit, filter) {
      for await (const page of every(permit as ExportPermit, filter))
        yield page.map((row) => ledgerValues(ledger, row, 0).slice(1));
    },
  };
}
