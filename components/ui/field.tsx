"use client";

import type { ReactNode } from "react";
import { FieldFrame, GroupFrame, useField, type FieldProps } from "./field-frame";
import { formLooks, useFormContext } from "./form";
import { asList, asText, fieldValue } from "./form-state";
import type { Option } from "./option";

// React empties a form after its action. Text keeps what the answer brings back as the new default; a select, a radio and a box
// keep it only when they are made anew (react#30580, #31695): their key is what they show.

const widths = { short: "w-full max-w-[8rem]", medium: "w-full max-w-[15rem]", full: "w-full" } as const;

type TextFieldProps = FieldProps & {
  defaultValue?: string | number | null;
  width?: keyof typeof widths;
  type?: "text" | "tel" | "password" | "number" | "email" | "search";
  keypad?: "numeric" | "decimal" | "tel";
  unit?: string;
  autoComplete?: string;
  maxLength?: number;
  placeholder?: string;
  readOnly?: boolean;
};

/** One line of text. `keypad` brings up the phone's number keys, `unit` stands behind the box (元). */
export function TextField({ defaultValue, width = "full", type = "text", keypad, unit, ...rest }: TextFieldProps) {
  const { autoComplete, maxLength, placeholder, readOnly, ...props } = rest;
  const field = useField(props, defaultValue);
  return (
    <FieldFrame {...props} {...field}>
      <div className="flex items-center gap-2">
        <input
          {...field.control}
          type={type}
          inputMode={keypad}
          defaultValue={type === "password" ? undefined : asText(field.value)}
          autoComplete={autoComplete ?? "off"}
          maxLength={maxLength}
          placeholder={placeholder}
          readOnly={readOnly}
          className={`control ${widths[width]} worker:max-w-none ${keypad ? "num" : ""}`}
        />
        {unit && <span className="text-ink-2">{unit}</span>}
      </div>
    </FieldFrame>
  );
}

type TextAreaProps = FieldProps & { defaultValue?: string | null; rows?: number; maxLength?: number };

/** Several lines. The limit is said and checked by the server: cutting pasted text off would lose it unseen. */
export function TextArea({ defaultValue, rows = 4, maxLength, ...props }: TextAreaProps) {
  const limit = maxLength ? `最多 ${maxLength} 字` : null;
  const hint =
    props.hint && limit ? (
      <>
        {props.hint}，{limit}
      </>
    ) : (
      (props.hint ?? limit)
    );
  const field = useField({ ...props, hint }, defaultValue);
  return (
    <FieldFrame {...props} {...field} hint={hint} full>
      <textarea {...field.control} rows={rows} defaultValue={asText(field.value)} className="control w-full" />
    </FieldFrame>
  );
}

type SelectFieldProps = FieldProps & { options: Option[]; defaultValue?: string | null; blank?: string };

export function SelectField({ options, defaultValue, blank = "请选择", ...props }: SelectFieldProps) {
  const field = useField(props, defaultValue);
  const value = asText(field.value);
  return (
    <FieldFrame {...props} {...field}>
      <select
        key={value}
        {...field.control}
        defaultValue={value}
        className="control w-full max-w-[15rem] worker:max-w-none"
      >
        <option value="">{blank}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type RadioFieldProps = FieldProps & { options: Option[]; defaultValue?: string | null; look?: "list" | "row" };

/** One of a few, all to be seen at once. */
export function RadioField({ options, defaultValue, look = "list", ...props }: RadioFieldProps) {
  const field = useField(props, defaultValue);
  const value = asText(field.value);
  return (
    <GroupFrame {...props} {...field}>
      <Marks
        type="radio"
        key={value}
        name={props.name}
        options={options}
        chosen={[value]}
        row={look === "row"}
        firstId={field.id}
        describedBy={field.control["aria-describedby"]}
      />
    </GroupFrame>
  );
}

type CheckboxGroupProps = FieldProps & { options: Option[]; defaultValue?: string[]; look?: "list" | "row" };

/** Any of a few. The answer is a list; none ticked sends nothing. */
export function CheckboxGroup({ options, defaultValue, look = "list", ...props }: CheckboxGroupProps) {
  const field = useField(props, defaultValue);
  const chosen = asList(field.value);
  return (
    <GroupFrame {...props} {...field}>
      <Marks
        type="checkbox"
        key={chosen.join("\n")}
        name={props.name}
        options={options}
        chosen={chosen}
        row={look === "row"}
        firstId={field.id}
        describedBy={field.control["aria-describedby"]}
      />
    </GroupFrame>
  );
}

const markLook =
  "flex min-h-[1.5rem] items-start gap-2 worker:min-h-control worker:items-center worker:gap-3 worker:rounded-card worker:border-2 worker:border-line worker:bg-surface worker:px-4 worker:py-2";

type MarksProps = {
  type: "radio" | "checkbox";
  name: string;
  options: Option[];
  chosen: string[];
  row: boolean;
  firstId: string;
  describedBy: string | undefined;
};

function Marks({ type, name, options, chosen, row, firstId, describedBy }: MarksProps) {
  return (
    <div className={`clear-both flex gap-x-6 gap-y-1 worker:flex-col worker:gap-3 ${row ? "flex-wrap" : "flex-col"}`}>
      {options.map((option, index) => (
        <label key={option.value} className={markLook}>
          <input
            type={type}
            id={index === 0 ? firstId : undefined}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
            aria-describedby={index === 0 ? describedBy : undefined}
            className="mt-[3px] worker:mt-0"
          />
          <span>
            {option.label}
            {option.hint && <span className="block text-note text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

type CheckboxFieldProps = FieldProps & { value?: string; defaultChecked?: boolean };

/** One box that is ticked or not; not ticked sends nothing. */
export function CheckboxField({ value = "on", defaultChecked = false, ...props }: CheckboxFieldProps) {
  const { values } = useFormContext();
  const given = values[props.name] === undefined ? defaultChecked : Boolean(values[props.name]);
  const field = useField(props, given ? value : "");
  const checked = asList(field.value).includes(value);
  return (
    <div className="grid gap-1">
      {field.errors.map((sentence) => (
        <p key={sentence} id={`${field.id}-error`} className="font-bold text-late">
          {sentence}
        </p>
      ))}
      <label className={markLook}>
        <input
          key={String(checked)}
          {...field.control}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          className="mt-[3px] worker:mt-0"
        />
        <span>
          {props.label}
          {props.hint && (
            <span id={`${field.id}-hint`} className="block text-note text-ink-3">
              {props.hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}

type DateFieldProps = FieldProps & {
  defaultValue?: string | null;
  min?: string;
  max?: string;
  type?: "date" | "month" | "time";
};

/** A day as `YYYY-MM-DD`, a month as `YYYY-MM` or a time as `HH:MM`, with the browser's own calendar. */
export function DateField({ defaultValue, min, max, type = "date", ...props }: DateFieldProps) {
  const field = useField(props, defaultValue);
  return (
    <FieldFrame {...props} {...field}>
      <input
        {...field.control}
        type={type}
        min={min}
        max={max}
        defaultValue={asText(field.value)}
        className={`control ${widths.short} min-w-[9rem] worker:max-w-none`}
      />
    </FieldFrame>
  );
}

/** Something the form must carry, such as the version that was read. A refusal may bring a fresher one back. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { state } = useFormContext();
  return <input type="hidden" name={name} value={asText(fieldValue(state, value, name)) || value} />;
}

/** A part of a long form under its own heading. */
export function FieldGroup({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) {
  const { look } = useFormContext();
  return (
    <fieldset className="col-span-full min-w-0 border-t border-line pt-3">
      <legend className="float-left mb-2 w-full text-head font-bold">
        {title}
        {hint && <span className="block text-note font-normal text-ink-3">{hint}</span>}
      </legend>
      <div className={`clear-both ${formLooks[look]}`}>{children}</div>
    </fieldset>
  );
}
