import { programmeOf } from "@/lib/programmes";
import { Refusal } from "@/lib/refusal";

/** What the household asks for: whose matter it is, and in its own words. */
export type Need = { programme: string; topic: string; content: string };

/** The need as the form sends it. Refused: a topic without a word about it, words without a topic, an unknown topic. */
export function readNeed(input: { need?: string | undefined; needContent?: string | undefined }): Need | undefined {
  const { need, needContent } = input;
  if (!need && !needContent) return undefined;
  if (!need) throw new Refusal("写了诉求，请选是哪方面的事，才能转给管这件事的人。", "need");
  if (!needContent || needContent.length < 2) throw new Refusal("请写一句话，他家要什么。", "needContent");
  const [programme = "", topic = ""] = need.split("|");
  const topics: readonly string[] = programmeOf(programme)?.topics ?? [];
  if (!topics.includes(topic)) throw new Refusal("请从列出的事里选一件。", "need");

  return { programme, topic, content: needContent };
}
