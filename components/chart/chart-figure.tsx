import { currentReading, type TextSize } from "@/lib/text-size";
import type { EChartsCoreOption } from "echarts/core";
import type { ReactNode } from "react";
import { drawSvg, svgUrl } from "./draw";

export type ChartSize = keyof typeof widths;

type Picture = { width: number; height: number; font: number };

type ChartFigureProps = {
  summary: string;
  draw: (picture: Picture) => EChartsCoreOption;
  height: number;
  size: ChartSize;
  children: ReactNode;
};

/** Width of the picture on a desk, in px: beside another one, or alone across the page. It is drawn at the size at which it is read. */
const widths = { narrow: 400, half: 540, full: 1080 } as const;
const limits = { narrow: "max-w-[480px]", half: "max-w-[600px]", full: "" } as const; // larger, the letters would be larger than the page's
const phone = 320;
const growth = { standard: 1, large: 1.2, huge: 1.4 } satisfies Record<TextSize, number>;

/** A chart as two pictures, for the desk and for the phone, with the same figures as a table (`children`) one click away. */
export async function ChartFigure({ summary, draw, height, size, children }: ChartFigureProps) {
  const scale = growth[(await currentReading()).size];
  const wide = widths[size];
  const picture = (width: number) =>
    svgUrl(drawSvg(draw({ width, height, font: Math.round(13 * scale) }), width, height));
  return (
    <figure>
      <picture>
        <source media="(max-width: 40rem)" srcSet={picture(phone)} width={phone} height={height} />
        <img
          src={picture(wide)}
          alt={summary}
          width={wide}
          height={height}
          className={`h-auto w-full ${limits[size]}`}
        />
      </picture>
      <details className="mt-2">
        <summary className="w-max py-1 text-note text-info underline underline-offset-3">看表格</summary>
        <div className="mt-2">{children}</div>
      </details>
    </figure>
  );
}
