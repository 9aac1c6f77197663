type StepState = "done" | "now" | "next" | "stopped";

type Step = { label: string; sub?: string; state: StepState };

const lines = { done: "border-ok", now: "border-line", next: "border-line", stopped: "border-line" } satisfies Record<
  StepState,
  string
>;
const dots = {
  done: "border-ok bg-ok",
  now: "border-signal bg-surface",
  next: "border-line-strong bg-paper",
  stopped: "border-warn bg-warn-wash",
} satisfies Record<StepState, string>;
const words = {
  done: "text-ink-2",
  now: "font-bold text-ink",
  next: "text-ink-3",
  stopped: "font-bold text-warn",
} satisfies Record<StepState, string>;
const spoken = { done: "已完成", now: "正在进行", next: "还没到", stopped: "停钟" } satisfies Record<StepState, string>;

/** The stages of a matter as one strip; upright on phones. Progress, not navigation: nothing in it can be pressed. */
export function Steps({ label, items }: { label: string; items: Step[] }) {
  return (
    <ol aria-label={label} className="mb-5 flex flex-col phone:flex-row worker:flex-col">
      {items.map((step, index) => {
        const last = index === items.length - 1;
        return (
          <li
            key={step.label}
            aria-current={step.state === "now" || step.state === "stopped" ? "step" : undefined}
            className={`relative ml-[7px] pb-3 pl-5 phone:ml-0 phone:flex-1 phone:pt-4 phone:pb-0 phone:pl-0 worker:ml-[9px] worker:pt-0 worker:pb-4 worker:pl-7 ${words[step.state]}`}
          >
            {!last && (
              <span
                aria-hidden="true"
                className={`absolute top-[9px] bottom-[-9px] left-[-2px] border-l-[3px] phone:top-[5px] phone:right-0 phone:bottom-auto phone:left-0 phone:border-t-[3px] phone:border-l-0 worker:top-[14px] worker:right-auto worker:bottom-[-14px] worker:left-[-2px] worker:border-t-0 worker:border-l-[3px] ${lines[step.state]}`}
              />
            )}
            <span
              aria-hidden="true"
              className={`absolute top-[5px] left-[-7px] h-[13px] w-[13px] rounded-full border-[3px] phone:top-0 phone:left-0 worker:top-[8px] worker:left-[-9px] worker:h-[17px] worker:w-[17px] ${dots[step.state]}`}
            />
            <span className="sr-only">{spoken[step.state]}：</span>
            {step.label}
            {step.sub && <span className="block text-note font-normal text-ink-3">{step.sub}</span>}
          </li>
        );
      })}
    </ol>
  );
}
