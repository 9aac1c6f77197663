import { z } from "zod";

/** A whole number between two bounds, both included. */
export function count(least: number, most: number) {
  return z.int({ error: "请填写整数" }).min(least, `不能小于${least}`).max(most, `不能大于${most}`);
}
