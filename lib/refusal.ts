/**
 * An expected "no" by policy: one Chinese sentence that says what to do next.
 * `lib/action.ts` shows it above the form; everything else that is thrown is a fault and is logged.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly sentence: string,
    /** name of the form field the sentence belongs to, if it belongs to one */
    readonly field?: string,
    /** what the form shows instead of the typed values when it comes back: fields that somebody else changed meanwhile */
    readonly resume?: Readonly<Record<string, string | string[]>>,
  ) {
    super(sentence);
  }
}

/** Two people acted at once; the second is told and nothing is overwritten. */
export function actedMeanwhile(): Refusal {
  return new Refusal("这件事刚被别人处理过，请刷新页面，看看现在的情况再办。");
}
