import { describe, expect, test } from "vitest";
import { barOption } from "@/components/chart/bars";
import { drawSvg, svgUrl } from "@/components/chart/draw";
import { roundStep, trendOption } from "@/components/chart/trend";
import { iconPaths } from "@/components/ui/icon-paths";
import { qrDataUrl } from "@/components/ui/qr";

const months = ["9月", "10月", "11月"];
const trend = (values: (number | null)[]) =>
  drawSvg(
    trendOption({
      points: values.map((value, index) => ({ label: months[index] ?? "", value })),
      unit: "%",
      from: 85,
      to: 100,
      font: 13,
      narrow: false,
    }),
    540,
    230,
  );

describe("charts", () => {
  test("the last value is written out, the axis is round", () => {
    const svg = trend([91, 97, 95.4]);
    expect(svg).toContain("95.4%");
    for (const mark of ["85%", "90%", "95%", "100%"]) expect(svg).toContain(`>${mark}<`);
  });

  test("a month without figures leaves a gap and the last known value is written out", () => {
    expect(trend([91, 96.2, null])).toContain("96.2%");
  });

  test("the overdue part is said in words", () => {
    const svg = drawSvg(
      barOption(
        [
          { label: "环卫一所", value: 42, late: 3 },
          { label: "环卫三所", value: 31 },
        ],
        13,
      ),
      540,
      90,
    );
    expect(svg).toContain("42，超期 3");
    expect(svg).toContain(">31<");
  });

  test("a unit's name cannot break out of the picture", () => {
    const nasty = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const svg = drawSvg(barOption([{ label: nasty, value: 1 }], 13), 540, 60);
    expect(svg).not.toMatch(/<script|<img|<foreignObject/i);
    expect(svgUrl(svg)).toMatch(/^data:image\/svg\+xml,[\w%.~!*'()-]+$/);
  });

  test("steps of an axis are 1, 2, 5 or 10 times a power of ten", () => {
    expect([0, 0.3, 1, 3.75, 12, 38, 60].map(roundStep)).toEqual([1, 0.5, 1, 5, 20, 50, 100]);
  });
});

test("a QR code is a picture without script, sharp at every size", () => {
  const svg = decodeURIComponent(qrDataUrl("https://home.example.gov.cn/s/abc").replace("data:image/svg+xml,", ""));
  expect(svg).toMatch(/^<svg [^>]*viewBox/);
  expect(svg).not.toMatch(/<script|onload/i);
  expect(qrDataUrl("a")).not.toBe(qrDataUrl("b"));
});

test("every icon is one path that starts at a place of its own", () => {
  for (const [name, path] of Object.entries(iconPaths)) expect(path, name).toMatch(/^M[-\d. ]+/);
});
