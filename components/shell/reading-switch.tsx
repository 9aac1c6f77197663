import { currentReading, type Reading } from "@/lib/text-size";

/** `spoken` is read after `words` where the eye needs no more: 特大 字号. */
type Choice = { value: string; words: string; spoken: string };

const standard = { value: "standard", words: "标准", spoken: "字号" };
const large = { value: "large", words: "大字", spoken: "字号" };
const huge = { value: "huge", words: "特大", spoken: "字号" };

/** The sizes one can go to from here: the larger one first, then back. */
export function sizeChoices(size: Reading["size"], largest: "large" | "huge"): Choice[] {
  if (size === "standard") return [large];
  if (size === "large" && largest === "huge") return [huge, standard];
  return [standard];
}

export function contrastChoice(contrast: Reading["contrast"]): Choice {
  return contrast === "high"
    ? { value: "normal", words: "普通颜色", spoken: "" }
    : { value: "high", words: "高对比", spoken: "颜色" };
}

/** Buttons of a plain form; the answer is the same page drawn anew. `look` is how each button is dressed. */
export async function SizeSwitch({ largest, look }: { largest: "large" | "huge"; look: string }) {
  const { size } = await currentReading();
  return <SwitchForm choices={sizeChoices(size, largest)} look={look} />;
}

export async function ContrastSwitch({ look }: { look: string }) {
  const { contrast } = await currentReading();
  return <SwitchForm choices={[contrastChoice(contrast)]} look={look} />;
}

function SwitchForm({ choices, look }: { choices: Choice[]; look: string }) {
  return (
    <form action="/text-size" method="post" className="no-print flex gap-2">
      {choices.map((choice) => (
        <button key={choice.value} name="reading" value={choice.value} className={look}>
          {choice.words}
          <span className="sr-only">{choice.spoken}</span>
        </button>
      ))}
    </form>
  );
}
