import { caseListHref } from "@/components/case/case-filters";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import type { Line } from "@/lib/dashboard/queries";
import { rateOf, rateWords } from "@/lib/cases/rates/rules";
import { countsOf, daysWords, type CountName, type Counts, type Span } from "@/lib/dashboard/rules";
import { definitions, measureWords } from "@/lib/dashboard/words";
import type { CaseFilter } from "@/lib/cases/list/schema";

type Where = Partial<CaseFilter>;

/** The link of a count: the list with the count's own filter, narrowed to a programme or unit. */
function hrefOf(span: Span, name: CountName, where: Where = {}): string {
  return caseListHref("/cases", { ...countsOf(span)[name], ...where });
}

/** The five figures a leader is asked about. A rate shows both of its counts, and both open their rows. */
export function Figures({ total, span }: { total: Counts; span: Span }) {
  return (
    <Tiles label="总数" columns={3}>
      <Tile
        label={measureWords.unsettled}
        value={total.unsettled}
        unit="件"
        href={hrefOf(span, "unsettled")}
        definition={definitions.unsettled}
      />
      <Tile
        label={measureWords.overdue}
        value={total.overdue}
        unit="件"
        href={hrefOf(span, "overdue")}
        {...(total.overdue > 0 ? { tone: "late" as const } : {})}
        definition={definitions.overdue}
      />
      <RateTile measure="onTime" part="onTime" whole="due" total={total} span={span} unit="件应答复" />
      <RateTile measure="resolved" part="resolved" whole="answered" total={total} span={span} unit="件已答复" />
      <RateTile measure="content" part="content" whole="reached" total={total} span={span} unit="件回访到" />
      <Tile
        label={measureWords.medianDays}
        value={daysWords(total.medianDays)}
        {...(total.medianDays === null ? {} : { unit: "个工作日" })}
        href={hrefOf(span, "answered")}
        sub="取中间那一件"
        definition={definitions.medianDays}
      />
    </Tiles>
  );
}

function RateTile({
  measure,
  part,
  whole,
  total,
  span,
  unit,
}: {
  measure: "onTime" | "resolved" | "content";
  part: CountName;
  whole: CountName;
  total: Counts;
  span: Span;
  unit: string;
}) {
  const rate = rateOf(total[part], total[whole]);

  return (
    <Tile
      label={measureWords[measure]}
      value={rate === null ? "暂无" : rate.toFixed(1)}
      {...(rate === null ? {} : { unit: "%" })}
      href={hrefOf(span, part)}
      sub={
        <TextLink href={hrefOf(span, whole)} quiet>
          {`${total[part]} ÷ ${total[whole]} ${unit}`}
        </TextLink>
      }
      definition={definitions[measure]}
    />
  );
}

/** One line per programme or unit. Every cell opens the rows it counts; units are in their fixed order, never ranked. */
export function FigureTable({
  caption,
  label,
  lines,
  span,
  whereOf,
}: {
  caption: string;
  label: string;
  lines: Line[];
  span: Span;
  whereOf: (key: string) => Where;
}) {
  const link = (line: Line, name: CountName, text: string | number) => (
    <TextLink href={hrefOf(span, name, whereOf(line.key))} quiet>
      {text}
    </TextLink>
  );
  const rate = (line: Line, part: CountName, whole: CountName) =>
    link(line, part, rateWords(line.counts[part], line.counts[whole]));

  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowId={({ key }) => key}
      columns={[
        { label, cell: ({ name }) => name, nowrap: true },
        { label: "未办结", align: "right", cell: (line) => link(line, "unsettled", line.counts.unsettled) },
        {
          label: "超期",
          align: "right",
          cell: (line) => (
            <span className={line.counts.overdue > 0 ? "font-bold text-late" : undefined}>
              {link(line, "overdue", line.counts.overdue)}
            </span>
          ),
        },
        { label: "按期", align: "right", cell: (line) => rate(line, "onTime", "due") },
        { label: "解决", align: "right", cell: (line) => rate(line, "resolved", "answered") },
        { label: "满意", align: "right", cell: (line) => rate(line, "content", "reached") },
        {
          label: "用时（工作日）",
          align: "right",
          cell: (line) => link(line, "answered", daysWords(line.counts.medianDays)),
        },
      ]}
    />
  );
}
