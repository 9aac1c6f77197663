import { z } from "zod";
import { parseCivil } from "@/lib/dates";

/** A whole number between two bounds, both included. */
export function count(least: number, most: number) {
  return z.int({ error: "请填写整数" }).min(least, `不能小于${least}`).max(most, `不能大于${most}`);
}

/** A day of any year, as `08-31`; 29 February is none. */
export const monthDay = z
  .string()
  .refine(
    (text) => /^\d{2}-\d{2}$/.test(text) && parseCivil(`2027-${text}`) !== undefined,
    "请按 08-31 的样子填写月和日",
  );
