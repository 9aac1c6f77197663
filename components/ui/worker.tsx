import type { ButtonHTMLAttributes, ReactNode } from "react";
import { buttonLook } from "./button-look";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

type WorkerHeadProps = { title: string; lead?: ReactNode; step?: { now: number; of: number } };

/** The one question of a worker page. Steps are said, not drawn: 第 3 步，共 4 步. */
export function WorkerHead({ title, lead, step }: WorkerHeadProps) {
  return (
    <div className="mb-4">
      {step && (
        <p className="text-note text-ink-2 num">
          第 {step.now} 步，共 {step.of} 步
        </p>
      )}
      <h1 className="text-title">{title}</h1>
      {lead && <div className="mt-1 text-ink-2">{lead}</div>}
    </div>
  );
}

type ChoiceLook = { title: ReactNode; sub?: ReactNode; icon?: IconName; main?: boolean };

/** A card as wide as the thumb reaches, an ordinary link. `main` is the one thing most people come for. */
export function Choice({ href, ...look }: ChoiceLook & { href: string }) {
  return (
    <a href={href} className={choiceLook(look.main)}>
      <ChoiceContent {...look} />
    </a>
  );
}

type ChoiceButtonProps = ChoiceLook & Pick<ButtonHTMLAttributes<HTMLButtonElement>, "name" | "value" | "formAction">;

/** The same card as a button that sends its form with `name` and `value`. */
export function ChoiceButton({ name, value, formAction, ...look }: ChoiceButtonProps) {
  return (
    <button type="submit" name={name} value={value} formAction={formAction} className={choiceLook(look.main)}>
      <ChoiceContent {...look} />
    </button>
  );
}

/** Two cards beside each other, the drawing above the words. */
export function ChoicePair({ children }: { children: ReactNode }) {
  return <div className="choice-pair grid grid-cols-2 gap-x-3">{children}</div>;
}

function choiceLook(main: boolean | undefined) {
  const colours = main
    ? "border-signal-fill bg-signal-fill text-surface"
    : "border-line bg-surface text-ink hover:border-line-strong";
  return `choice mb-3 flex min-h-[3.8rem] w-full items-center gap-3 rounded-card border-2 px-4 py-3 text-left font-bold no-underline ${colours}`;
}

function ChoiceContent({ title, sub, icon, main }: ChoiceLook) {
  return (
    <>
      {icon && (
        <span className={main ? undefined : "text-signal"}>
          <Icon name={icon} size="large" />
        </span>
      )}
      <span className="min-w-0 flex-1">
        {title}
        {sub && <span className={`block text-note font-normal ${main ? "" : "text-ink-2"}`}>{sub}</span>}
      </span>
      <span className={`go ${main ? "" : "text-ink-3"}`}>
        <Icon name="next" />
      </span>
    </>
  );
}

type BigButtonProps = {
  children: ReactNode;
  tone?: "outline" | "primary" | "danger";
  icon?: IconName;
  href?: string;
} & Pick<ButtonHTMLAttributes<HTMLButtonElement>, "type" | "name" | "value" | "formAction">;

/** A button across the whole column, at least 60 px high. */
export function BigButton({ children, tone, icon, href, type = "submit", ...rest }: BigButtonProps) {
  const look = buttonLook({ tone, size: "big" });
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a href={href} className={look}>
        {content}
      </a>
    );
  }
  return (
    <button type={type} className={look} {...rest}>
      {content}
    </button>
  );
}

type TicketProps = {
  number: string;
  label: string;
  facts: { label: string; value: ReactNode }[];
  children?: ReactNode;
  state?: "live" | "off";
};

/** What is shown at the door: a huge number, when, where, who; `children` holds the QR code. `off` is a ticket given back. */
export function Ticket({ number, label, facts, children, state = "live" }: TicketProps) {
  const head = state === "live" ? "bg-signal-fill text-surface" : "bg-tint text-ink-2 line-through";
  return (
    <div className="keep mb-4 overflow-hidden rounded-card border-2 border-ink bg-surface">
      <p className={`flex items-center justify-between gap-4 px-5 py-4 ${head}`}>
        <span>{label}</span>
        <b className="text-clock font-bold num">{number}</b>
      </p>
      <dl className="grid gap-3 border-t-2 border-dashed border-line-strong px-5 py-4">
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt className="text-note text-ink-3">{fact.label}</dt>
            <dd className="text-head font-bold">{fact.value}</dd>
          </div>
        ))}
      </dl>
      {children && <div className="flex justify-center border-t border-line px-5 py-4">{children}</div>}
    </div>
  );
}

const saysLooks = {
  neutral: "border-line-strong",
  info: "border-info",
  ok: "border-ok",
  warn: "border-warn",
  late: "border-late",
} satisfies Record<Tone, string>;

/** One message in spoken words: what the matter waits for, what comes next. */
export function Says({ tone = "neutral", title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <div className={`mb-4 rounded-card border-2 border-l-8 bg-surface px-4 py-3 ${saysLooks[tone]}`}>
      {title && <p className="text-head font-bold">{title}</p>}
      <div>{children}</div>
    </div>
  );
}
