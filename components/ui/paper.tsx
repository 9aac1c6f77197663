import type { ReactNode } from "react";
import { Button } from "./button";
import { PrintButton } from "./print-button";

type PaperSheetProps = {
  title: string;
  subtitle?: string;
  landscape?: boolean;
  unit?: string;
  date?: string;
  money?: boolean;
  printed: { number?: string; at: string; by: string };
  signs?: string[];
  /** stands behind another sheet of the same page, which has the main heading */
  isAnnex?: boolean;
  children: ReactNode;
};

/** A register or a form as the office files it: title, 填报单位, table, signatures, and who printed it when. */
export function PaperSheet(props: PaperSheetProps) {
  const {
    title,
    subtitle,
    landscape,
    unit,
    date,
    money,
    printed,
    signs = ["单位负责人", "审核人", "制表人"],
    isAnnex,
    children,
  } = props;
  const Title = isAnnex ? "h2" : "h1";
  return (
    <article tabIndex={0} aria-label={title} className={`sheet-paper ${landscape ? "sheet-register" : ""}`}>
      <Title className="sheet-title">{title}</Title>
      {subtitle && <p className="text-center">{subtitle}</p>}
      {(unit || date || money) && (
        <p className="mt-2 mb-1 flex flex-wrap justify-between gap-x-8">
          <span>填报单位（盖章）：{unit}</span>
          {date && <span>填报日期：{date}</span>}
          {money && <span>单位：元</span>}
        </p>
      )}
      {children}
      {signs.length > 0 && (
        <p className="mt-4 flex flex-wrap justify-between gap-x-8">
          {signs.map((sign) => (
            <span key={sign} className="min-w-[14em]">
              {sign}：
            </span>
          ))}
        </p>
      )}
      <p className="mt-3 text-[9pt]">
        {printed.number && `编号 ${printed.number}　`}打印时间 {printed.at}　打印人 {printed.by}
      </p>
    </article>
  );
}

type PaperColumn = { label: string; width?: "narrow" | "normal" | "wide" | "sign"; align?: "right" | "center" };
type PaperTableProps = {
  columns: PaperColumn[];
  rows: ReactNode[][];
  total?: ReactNode[];
  overall?: ReactNode[];
  blankRows?: number;
};

/** The table of a register: its head repeats, 20 rows a page; `blankRows` leaves room for what is written in by hand. */
export function PaperTable({ columns, rows, total, overall, blankRows = 0 }: PaperTableProps) {
  const blanks = Array.from({ length: blankRows }, (_, index) => index);
  return (
    <table className="register-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={column.width}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <PaperRow key={index} cells={row} columns={columns} />
        ))}
        {blanks.map((index) => (
          <PaperRow key={`blank-${index}`} cells={[]} columns={columns} />
        ))}
      </tbody>
      {total && (
        <tfoot className="[display:table-row-group]">
          <PaperRow cells={total} columns={columns} />
          {overall && <PaperRow cells={overall} columns={columns} />}
        </tfoot>
      )}
    </table>
  );
}

const aligns = { right: "text-right num", center: "text-center" } as const;

function PaperRow({ cells, columns }: { cells: ReactNode[]; columns: PaperColumn[] }) {
  return (
    <tr>
      {columns.map((column, place) => (
        <td key={column.label} className={`${column.width ?? ""} ${column.align ? aligns[column.align] : ""}`}>
          {cells[place]}
        </td>
      ))}
    </tr>
  );
}

type SigningPageProps = {
  title: string;
  subtitle?: string | undefined;
  unit: string;
  date: string;
  printed: { at: string; by: string };
  place: string;
  children: ReactNode;
};

/** One page of a sheet that people sign: whole in itself, because pages are signed in different yards. */
export function SigningPage({ title, subtitle, unit, date, printed, place, children }: SigningPageProps) {
  return (
    <article tabIndex={0} aria-label={`${title} ${place}`} className="sheet-paper sheet-signing">
      <h1>{title}</h1>
      {subtitle && <p className="text-center">{subtitle}</p>}
      <p className="mb-1 flex flex-wrap justify-between gap-x-8">
        <span>填报单位（盖章）：{unit}</span>
        <span>填报日期：{date}</span>
        <span>单位：元</span>
      </p>
      {children}
      <p className="mt-2 flex flex-wrap justify-between gap-x-6">
        <span>单位负责人：</span>
        <span>审核人：</span>
        <span>制表人：</span>
        <span>发放人（两人）：</span>
        <span className="text-[9pt]">
          {place}　打印 {printed.at} {printed.by}
        </span>
      </p>
    </article>
  );
}

/** The bordered table of a 审批表 or 申报表; its rows are written by the page. */
export function PaperForm({ children }: { children: ReactNode }) {
  return (
    <table className="form-table">
      <tbody>{children}</tbody>
    </table>
  );
}

/** The facts at the head of a form: label and value beside each other, several to a line. */
export function PaperFacts({ lines }: { lines: readonly (readonly (readonly [label: string, value: string])[])[] }) {
  return (
    <PaperForm>
      {lines.map((line) => (
        <tr key={line[0]?.[0]}>
          {line.flatMap(([label, value]) => [
            <th key={label} scope="row" className="whitespace-nowrap">
              {label}
            </th>,
            <td key={`${label}-value`}>{value}</td>,
          ])}
        </tr>
      ))}
    </PaperForm>
  );
}

/** An opinion box: what was decided on screen prints with name and time, the room for the wet-ink signature stays. */
export function OpinionBox({
  title,
  text,
  by,
  at,
  span,
}: {
  title: string;
  text?: ReactNode;
  by?: string;
  at?: string;
  span?: number;
}) {
  return (
    <tr>
      <th scope="row" className="opinion-title">
        {title}
      </th>
      <td colSpan={span} className="opinion">
        {text}
        {by && (
          <p>
            {by}　{at}
          </p>
        )}
        <span className="opinion-foot">签字（盖章）：　　　　年　　月　　日</span>
      </td>
    </tr>
  );
}

/** What stands above a print page on screen: print it, or go back. */
export function PaperBar({ backHref }: { backHref: string }) {
  return (
    <div className="no-print mb-4 flex flex-wrap items-center justify-center gap-3">
      <PrintButton />
      <Button href={backHref}>返回</Button>
      <span className="text-note text-ink-3">也可以按 Ctrl + P</span>
    </div>
  );
}
