import type { ReactNode } from "react";
import { Sheet, Table, Td, Th } from "./table";

export { RowLink, Sheet, Sub, Table, Td, Th } from "./table";

export type Column<T> = {
  label: string;
  cell: (row: T, index: number) => ReactNode;
  align?: "right";
  nowrap?: boolean;
  sort?: { href: string; direction?: "ascending" | "descending" };
  hideLabel?: boolean;
};

type DataTableProps<T> = {
  caption: string;
  rows: readonly T[];
  rowId: (row: T) => string;
  columns: Column<T>[];
  empty?: ReactNode;
  footer?: ReactNode;
  total?: ReactNode[];
  stack?: boolean;
};

/**
 * A list page's table: hairlines, no zebra, the first column is the link. On phones each row becomes a card with labels, unless
 * `stack` is false. Without rows only `empty` is shown, which says whether nothing exists or nothing matches.
 */
export function DataTable<T>({ caption, rows, rowId, columns, empty, footer, total, stack = true }: DataTableProps<T>) {
  if (rows.length === 0) return <Sheet>{empty ?? <p className="px-4 py-6 text-ink-2">没有记录</p>}</Sheet>;
  return (
    <Sheet label={stack ? undefined : caption}>
      <Table caption={caption} stack={stack}>
        <thead className={stack ? "max-phone:sr-only" : undefined}>
          <tr>
            {columns.map((column) => (
              <Th key={column.label} align={column.align} sort={column.sort} hideLabel={column.hideLabel}>
                {column.label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody className={stack ? "max-phone:block" : undefined}>
          {rows.map((row, index) => (
            <tr
              key={rowId(row)}
              className={`hover:bg-paper ${stack ? `max-phone:block max-phone:py-3 ${index > 0 ? "max-phone:border-t max-phone:border-line" : ""}` : ""}`}
            >
              {columns.map((column, place) => (
                <Td
                  key={column.label}
                  first={place === 0}
                  align={column.align}
                  nowrap={column.nowrap}
                  stack={stack}
                  label={place === 0 || column.hideLabel ? undefined : column.label}
                >
                  {column.cell(row, index)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
        {total && <TotalRow cells={total} columns={columns} stack={stack} />}
      </Table>
      {footer}
    </Sheet>
  );
}

function TotalRow<T>({ cells, columns, stack }: { cells: ReactNode[]; columns: Column<T>[]; stack: boolean }) {
  return (
    <tfoot className={stack ? "max-phone:block" : undefined}>
      <tr className={`bg-tint ${stack ? "max-phone:block max-phone:py-3" : ""}`}>
        {columns.map((column, place) => (
          <Td
            key={column.label}
            first={place === 0}
            align={column.align}
            strong
            stack={stack}
            label={place === 0 || column.hideLabel ? undefined : column.label}
          >
            {cells[place]}
          </Td>
        ))}
      </tr>
    </tfoot>
  );
}
