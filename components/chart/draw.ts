import "server-only";
import { BarChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, type EChartsCoreOption, use as register } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

register([LineChart, BarChart, GridComponent, SVGRenderer]);

/** The look's colours; a picture inside `<img>` cannot read the page's variables. */
export const ink = {
  text: "#4d5764",
  strong: "#1d2530",
  line: "#dfdad0",
  signal: "#c2440c",
  context: "#8fa3b5",
  late: "#b3201b",
};

/** Without quotation marks: the renderer writes them unescaped into an attribute, and the picture would not be XML. */
const chartFont = "system-ui, -apple-system, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

/**
 * Draws a chart on the server.
 * @param width of the picture in px; it is scaled to its place, so text keeps its proportion to the picture
 * @returns an SVG document without scripts, to be embedded as an image
 */
export function drawSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: chartFont }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** An SVG as an address for `<img>`. Inline it would carry style attributes, which the content security policy takes away. */
export function svgUrl(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
