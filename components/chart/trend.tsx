import { Table, Td, Th } from "@/components/ui/table";
import type { EChartsCoreOption } from "echarts/core";
import { ChartFigure, type ChartSize } from "./chart-figure";
import { ink } from "./draw";

export type TrendPoint = { label: string; value: number | null };

type TrendProps = {
  title: string;
  points: TrendPoint[];
  unit?: string;
  from?: number;
  to?: number;
  summary: string;
  size?: ChartSize;
};

/**
 * A line over time with its last value written out. `from` and `to` bound the axis in the unit of the values; `summary` says in a
 * sentence what the eye sees. A missing value (`null`) leaves a gap.
 */
export function TrendChart({ title, points, unit = "", from = 0, to, summary, size = "half" }: TrendProps) {
  if (points.every((point) => point.value === null)) return <p className="py-6 text-ink-3">还没有数据</p>;
  return (
    <ChartFigure
      summary={summary}
      height={230}
      size={size}
      draw={({ width, font }) => trendOption({ points, unit, from, to, font, narrow: width < 500 })}
    >
      <Table caption={title}>
        <thead>
          <tr>
            <Th>时间</Th>
            <Th align="right">{unit ? `数值（${unit}）` : "数值"}</Th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <Td first>{point.label}</Td>
              <Td align="right">{point.value ?? "没有数据"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </ChartFigure>
  );
}

type TrendOption = {
  points: TrendPoint[];
  unit: string;
  from: number;
  to: number | undefined;
  font: number;
  narrow: boolean;
};

/** The drawing itself, as data: one colour, four hairlines, no legend. */
export function trendOption({ points, unit, from, to, font, narrow }: TrendOption): EChartsCoreOption {
  const last = points.findLastIndex((point) => point.value !== null);
  const highest = Math.max(from, ...points.map((point) => point.value ?? from));
  const step = roundStep(((to ?? highest) - from) / 4);
  return {
    grid: { left: 8, right: font * 4, top: font, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: points.map((point) => point.label),
      axisLine: { lineStyle: { color: ink.line } },
      axisTick: { show: false },
      axisLabel: { color: ink.text, fontSize: font, interval: narrow ? Math.ceil(points.length / 5) - 1 : "auto" },
    },
    yAxis: {
      type: "value",
      min: from,
      max: to ?? from + step * Math.ceil((highest - from) / step),
      interval: step,
      axisLabel: { color: ink.text, fontSize: font, formatter: `{value}${unit}` },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        type: "line",
        data: points.map((point, index) => pointMark(point, index === last, unit, font)),
        lineStyle: { color: ink.signal, width: 2.5 },
        itemStyle: { color: "#ffffff", borderColor: ink.signal, borderWidth: 1.5 },
        symbol: "circle",
        symbolSize: 6,
      },
    ],
  };
}

/** The next round number (1, 2, 5, 10, 20 …), so that the axis reads 85, 90, 95, 100. */
export function roundStep(rough: number): number {
  if (rough <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  return factor * power;
}

function pointMark(point: TrendPoint, isLast: boolean, unit: string, font: number) {
  if (!isLast) return { value: point.value };
  return {
    value: point.value,
    symbolSize: 10,
    itemStyle: { color: ink.signal, borderColor: ink.signal },
    label: {
      show: true,
      position: "right",
      color: ink.strong,
      fontSize: font + 3,
      fontWeight: 600,
      formatter: `{c}${unit}`,
    },
  };
}
