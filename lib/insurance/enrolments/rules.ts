import { isIncrease } from "@/lib/insurance/changes/rules";
import { overlaps } from "@/lib/insurance/rules";
import type { Enrolment, InsuranceChange } from "@/prisma/generated/client";

/** The sentence that refuses a form whose month does not fit the periods on record; undefined when it does. */
export function refusePeriods(
  form: Pick<InsuranceChange, "code" | "schemes" | "month">,
  periods: readonly Enrolment[],
): string | undefined {
  const ofScheme = periods.filter(({ scheme }) => form.schemes.includes(scheme));
  if (isIncrease(form.code)) {
    const clash = ofScheme.some((period) => overlaps(period, { startMonth: form.month, endMonth: null }));

    return clash ? "勾选的险种里有的已经在保，或者月份和以前的重叠。请核对险种和起始月份。" : undefined;
  }
  const running = form.schemes.filter((scheme) =>
    ofScheme.some((one) => one.scheme === scheme && one.endMonth === null && one.startMonth <= form.month),
  );

  return running.length < form.schemes.length ? "勾选的险种里有的没有在保，不能停。请核对险种和月份。" : undefined;
}
