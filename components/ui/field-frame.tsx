"use client";

import type { ReactNode } from "react";
import { useFormContext } from "./form";
import { fieldErrors, fieldId, fieldValue } from "./form-state";

export type FieldProps = { name: string; label: string; hint?: ReactNode; optional?: boolean };

type FieldState = {
  id: string;
  value: unknown;
  errors: string[];
  /** to be spread on the control: name, id and what screen readers are told */
  control: { id: string; name: string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };
};

/** Everything a control needs to know about itself: id, first value, errors, descriptions. */
export function useField({ name, hint }: FieldProps, given: unknown): FieldState {
  const form = useFormContext();
  const id = fieldId(form.id, name);
  const errors = fieldErrors(form.state, name);
  const described = [hint ? `${id}-hint` : "", errors.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    value: fieldValue(form.state, given ?? form.values[name], name),
    errors,
    control: { id, name, "aria-invalid": errors.length > 0 || undefined, "aria-describedby": described || undefined },
  };
}

type FrameProps = FieldProps & { id: string; errors: string[]; children: ReactNode; full?: boolean };

/** Label, help and errors around one control. */
export function FieldFrame({ label, hint, optional, id, errors, children, full }: FrameProps) {
  return (
    <div className={frameLook(errors.length > 0, full)}>
      <label htmlFor={id} className="font-medium worker:text-head worker:font-bold">
        {label}
        {optional && <Optional />}
      </label>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </div>
  );
}

/** The same around several controls that answer one question. */
export function GroupFrame({ label, hint, optional, id, errors, children, full }: FrameProps) {
  return (
    <fieldset className={frameLook(errors.length > 0, full)}>
      <legend className="float-left w-full font-medium worker:text-head worker:font-bold">
        {label}
        {optional && <Optional />}
      </legend>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </fieldset>
  );
}

function Optional() {
  return <span className="ml-1 text-note font-normal text-ink-3">（选填）</span>;
}

function HintAndErrors({ id, hint, errors }: { id: string; hint: ReactNode; errors: string[] }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="text-note text-ink-3">
          {hint}
        </div>
      )}
      {errors.length > 0 && (
        <div id={`${id}-error`} className="font-bold text-late">
          {errors.map((sentence) => (
            <p key={sentence}>
              <span className="sr-only">错误：</span>
              {sentence}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

function frameLook(refused: boolean, full = false) {
  return `grid min-w-0 content-start gap-1 ${refused ? "border-l-4 border-late pl-3" : ""} ${full ? "col-span-full" : ""}`;
}
