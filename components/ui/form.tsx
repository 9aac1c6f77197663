"use client";

import {
  createContext,
  startTransition,
  use,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { buttonLook } from "./button-look";
import { allErrors, asText, fieldId, readPath, type FormAction, type FormState } from "./form-state";
import { isLost, steady } from "./steady";

export type { FormAction, FormState };

type FormLook = "column" | "grid" | "inline";

type FormContextValue = {
  id: string;
  state: FormState;
  values: Record<string, unknown>;
  pending: boolean;
  look: FormLook;
};

const FormContext = createContext<FormContextValue>({
  id: "form",
  state: null,
  values: {},
  pending: false,
  look: "column",
});

/** For fields: the form they stand in. */
export function useFormContext(): FormContextValue {
  return use(FormContext);
}

/** What a form stands behind until it is wanted: the line that opens it, and the look of what opens. */
type Fold = { summary: ReactNode; body: string; open: boolean | undefined; name: string | undefined };

export type FormProps = {
  action: FormAction;
  children: ReactNode;
  values?: Record<string, unknown>;
  done?: string;
  id?: string;
  look?: FormLook | undefined;
  fold?: Fold;
  /** for a bad line: what was typed, signed and chosen stays when the sending fails, and it is sent again by one button */
  steady?: boolean;
};

export const formLooks = {
  column: "grid max-w-prose grid-cols-1 gap-4 worker:max-w-none worker:gap-5",
  grid: "grid grid-cols-1 gap-x-8 gap-y-4 desk:grid-cols-2",
  inline: "flex flex-wrap items-end gap-x-3 gap-y-2",
} as const satisfies Record<FormLook, string>;

/**
 * A form around one server action. A refused submission comes back with its error summary and everything that was typed, with
 * and without JavaScript: React itself carries the answer of the action through the page (useActionState).
 * conform's own client would cost 9 kB gz and break the worker pages' budget; only the shape of its answer is used here.
 * `values` fill the fields of an edit page, `done` is said when the action succeeded and the page stayed.
 */
export function Form({ action, children, values = {}, done, id, look = "column", fold, ...rest }: FormProps) {
  const [state, submit, pending] = useActionState<FormState, FormData>(rest.steady ? steady(action) : action, null);
  const ownId = useId();
  const formId = id ?? ownId;
  const body = (
    <FormContext value={{ id: formId, state, values, pending, look }}>
      <div className={fold?.body}>
        <ErrorSummary state={state} formId={formId} />
        {done && (
          <DoneNotice state={state} pending={pending}>
            {done}
          </DoneNotice>
        )}
        <form
          id={formId}
          action={submit}
          onSubmit={rest.steady ? (event) => sendKept(event, submit) : undefined}
          noValidate
          className={formLooks[look]}
        >
          {children}
        </form>
      </div>
    </FormContext>
  );
  if (!fold) return body;
  // Without scripts nobody would open it again to read why the action was refused.
  return (
    <details open={fold.open || state !== null} name={fold.name} className="disclosure min-w-0">
      {fold.summary}
      {body}
    </details>
  );
}

/** Sends the form by hand: React empties a form that it sends itself, and a chosen photo cannot be put back into it. */
function sendKept(event: SubmitEvent<HTMLFormElement>, submit: (form: FormData) => void) {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  const { submitter } = event.nativeEvent;
  if (submitter instanceof HTMLButtonElement && submitter.name) form.append(submitter.name, submitter.value);
  startTransition(() => submit(form));
}

/** All refusals at the top, each a link to its field and in the same words. Focus moves here, also without scripts. */
function ErrorSummary({ state, formId }: { state: FormState; formId: string }) {
  const box = useRef<HTMLDivElement>(null);
  const errors = allErrors(state);
  useEffect(() => {
    if (allErrors(state).length === 0) return;
    const title = document.title;
    document.title = `错误：${title}`;
    box.current?.focus();
    return () => {
      document.title = title;
    };
  }, [state]);

  if (errors.length === 0) return null;
  const lost = isLost(state);
  return (
    <div
      ref={box}
      tabIndex={-1}
      autoFocus
      role="alert"
      aria-labelledby={`${formId}-errors`}
      className="mb-4 rounded-sheet border-2 border-late bg-surface px-4 py-3"
    >
      <h2 id={`${formId}-errors`} className="text-head">
        {lost ? "没有交上去" : "有问题需要修改"}
      </h2>
      <ul className="mt-1 grid gap-1">
        {errors.map(({ name, sentence }) => (
          <li key={`${name}:${sentence}`} className="font-bold text-late">
            {name === "" ? (
              sentence
            ) : (
              <a href={`#${fieldId(formId, name)}`} className="text-late">
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
      {lost && (
        <button type="submit" form={formId} className={`mt-3 ${buttonLook({ tone: "primary" })}`}>
          再试一次
        </button>
      )}
    </div>
  );
}

/** Success leaves no state behind (the action answers null), so it is seen as the end of a submission without an answer. */
function DoneNotice({ state, pending, children }: { state: FormState; pending: boolean; children: string }) {
  const [seen, setSeen] = useState({ pending: false, done: false });
  if (seen.pending !== pending) setSeen({ pending, done: !pending && state?.status !== "error" });
  return (
    <p role="status" className={seen.done ? "mb-3 rounded-sheet bg-ok-wash px-4 py-2 font-bold text-ok" : undefined}>
      {seen.done && children}
    </p>
  );
}

type SubmitButtonProps = {
  children: ReactNode;
  tone?: "primary" | "outline" | "danger" | "link";
  name?: string;
  value?: string;
  small?: boolean;
  wide?: boolean;
  label?: string;
};

/** Sends the form; cannot be pressed a second time while the first press is on its way. */
export function SubmitButton({ children, tone = "primary", name, value, small, wide, label }: SubmitButtonProps) {
  const { pending } = useFormContext();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={pending}
      aria-label={label}
      className={buttonLook({ tone, size: small ? "small" : "normal", wide })}
    >
      {pending ? "请稍等…" : children}
    </button>
  );
}

/** The end of a form: what sends it, and the way out beside it. */
export function FormActions({ children }: { children: ReactNode }) {
  const { look } = useFormContext();
  const full = look === "grid" ? "desk:col-span-2" : "";
  return (
    <div className={`flex flex-wrap items-center gap-x-4 gap-y-2 worker:flex-col worker:gap-4 ${full}`}>{children}</div>
  );
}

type ShownProps = { fields: { name: string; label: string; isPhone?: boolean }[]; seconds?: number };

/**
 * What an action answered to be seen once (a revealed number, a first password). It stands in no address and is gone with the
 * page; with `seconds` it hides by itself before, where scripts run.
 */
export function Shown({ fields, seconds }: ShownProps) {
  const { state } = useFormContext();
  const [hidden, setHidden] = useState<FormState>(null);
  useEffect(() => {
    if (!seconds || state?.status !== "success") return;
    const timer = setTimeout(() => setHidden(state), seconds * 1000);
    return () => clearTimeout(timer);
  }, [state, seconds]);

  if (state?.status !== "success" || hidden === state) return null;
  return (
    <div role="status" className="col-span-full rounded-sheet border border-line bg-info-wash px-4 py-3">
      <dl className="grid gap-2">
        {fields.map(({ name, label, isPhone }) => (
          <div key={name}>
            <dt className="text-note text-ink-3">{label}</dt>
            <dd className="text-head font-bold num break-all">
              <ShownValue value={asText(readPath(state.initialValue, name))} isPhone={isPhone} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A telephone number that may be dialled from where it stands. */
function ShownValue({ value, isPhone }: { value: string; isPhone: boolean | undefined }) {
  if (!isPhone || !/\d{7}/.test(value)) return value;

  return <a href={`tel:${value.replace(/[^\d+]/g, "")}`}>{value}（点这里打电话）</a>;
}
