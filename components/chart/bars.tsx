import { RowLink, Table, Td, Th } from "@/components/ui/table";
import type { EChartsCoreOption } from "echarts/core";
import { ChartFigure, type ChartSize } from "./chart-figure";
import { ink } from "./draw";

export type BarRow = { label: string; value: number; late?: number; href?: string };

type BarChartProps = { title: string; rows: BarRow[]; unit?: string; summary: string; size?: ChartSize };

/** Units beside each other, longest bar first as given; `late` is the overdue part of `value`, in red and in words. */
export function BarChart({ title, rows, unit = "件", summary, size = "half" }: BarChartProps) {
  if (rows.length === 0) return <p className="py-6 text-ink-3">还没有数据</p>;
  const hasLate = rows.some((row) => row.late !== undefined);
  return (
    <ChartFigure
      summary={summary}
      height={14 + rows.length * 36}
      size={size}
      draw={({ font }) => barOption(rows, font)}
    >
      <Table caption={title}>
        <thead>
          <tr>
            <Th>名称</Th>
            <Th align="right">{`数量（${unit}）`}</Th>
            {hasLate && <Th align="right">其中超期</Th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <Td first>{row.href ? <RowLink href={row.href}>{row.label}</RowLink> : row.label}</Td>
              <Td align="right">{row.value}</Td>
              {hasLate && <Td align="right">{row.late ?? 0}</Td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFigure>
  );
}

/** The drawing itself, as data. The number stands at the end of its bar, so that no axis is needed. */
export function barOption(rows: BarRow[], font: number): EChartsCoreOption {
  const longest = Math.max(1, ...rows.map((row) => row.value));
  const series = { type: "bar", stack: "all", barWidth: 18 };
  return {
    grid: { left: 4, right: font * 7.5, top: 6, bottom: 6, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", min: 0, max: longest, show: false },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => row.label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: ink.text, fontSize: font, width: font * 9.5, overflow: "truncate" },
    },
    series: [
      { ...series, data: rows.map((row) => row.late ?? 0), itemStyle: { color: ink.late } },
      {
        ...series,
        data: rows.map((row) => ({
          value: row.value - (row.late ?? 0),
          label: { formatter: row.late ? `${row.value}，超期 ${row.late}` : String(row.value) },
        })),
        itemStyle: { color: ink.context },
        label: { show: true, position: "right", color: ink.text, fontSize: font },
      },
    ],
  };
}
