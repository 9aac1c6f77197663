import type { ReactNode } from "react";
import { Button } from "./button";
import { Icon } from "./icon";
import type { Option } from "./option";
import { TextLink } from "./text-link";

type FiltersProps = {
  action: string;
  clearHref: string;
  keep?: Record<string, string | undefined>;
  children: ReactNode;
  more?: ReactNode;
};

/**
 * The line of filters above a list: a plain GET form, so that the state of the list is its address. `keep` carries what the form
 * must not lose (the tab); `more` holds the rarer filters behind 「更多条件」.
 */
export function Filters({ action, clearHref, keep = {}, children, more }: FiltersProps) {
  return (
    <form
      action={action}
      method="get"
      role="search"
      aria-label="筛选"
      className="no-print mb-3 flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      {Object.entries(keep).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {children}
      {more && (
        <details className="order-last w-full">
          <summary className="w-max text-note text-info underline underline-offset-3">更多条件</summary>
          <div className="flex flex-wrap items-end gap-x-3 gap-y-2 pt-2">{more}</div>
        </details>
      )}
      <div className="flex items-center gap-1">
        <Button>搜索</Button>
        <Button href={clearHref} tone="link">
          清空
        </Button>
      </div>
    </form>
  );
}

const label = "grid gap-[2px] text-note text-ink-2 max-phone:w-[calc(50%-6px)] max-phone:grid-cols-[minmax(0,1fr)]";
const box = "control text-body max-phone:w-full max-phone:min-w-0";

export function FilterText(props: { name: string; label: string; value?: string; placeholder?: string }) {
  return (
    <label className={label}>
      {props.label}
      <input
        name={props.name}
        defaultValue={props.value}
        placeholder={props.placeholder}
        className={`${box} w-[9.5rem]`}
      />
    </label>
  );
}

/** `all` is the word for no choice (全部单位). */
export function FilterSelect(props: { name: string; label: string; value?: string; options: Option[]; all?: string }) {
  return (
    <label className={label}>
      {props.label}
      <select
        name={props.name}
        defaultValue={props.value ?? ""}
        className={`${box} max-w-[11rem] max-phone:max-w-full`}
      >
        <option value="">{props.all ?? "全部"}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function FilterDate(props: { name: string; label: string; value?: string; type?: "date" | "month" }) {
  return (
    <label className={label}>
      {props.label}
      <input type={props.type ?? "date"} name={props.name} defaultValue={props.value} className={box} />
    </label>
  );
}

export function FilterCheck(props: { name: string; label: string; value?: string; checked: boolean }) {
  return (
    <label className="flex min-h-control items-center gap-2">
      <input type="checkbox" name={props.name} value={props.value ?? "1"} defaultChecked={props.checked} />
      {props.label}
    </label>
  );
}

/** 单位: everything, or one of those the reader reaches; nothing for whom there is nothing to choose from. */
export function FilterUnit(props: { value?: string | undefined; units: readonly { id: string; name: string }[] }) {
  if (props.units.length === 0) return null;

  return (
    <FilterSelect
      name="unit"
      label="单位"
      {...(props.value ? { value: props.value } : {})}
      options={props.units.map(({ id, name }) => ({ value: id, label: name }))}
      all="全部单位"
    />
  );
}

/** What a chip says about the unit that is chosen. */
export function unitChip(unit: string | undefined, units: readonly { id: string; name: string }[]) {
  return unit && (units.find(({ id }) => id === unit)?.name ?? "所选单位");
}

/** The chips of a list from the words of what is set; `without` is its address with one of them taken off. */
export function chipsFrom(words: Record<string, string | false | undefined>, without: (name: string) => string) {
  return Object.entries(words).flatMap(([name, label]) => (label ? [{ label, href: without(name) }] : []));
}

/** The filters in force; each is taken off by pressing it. Renders nothing when none is set. */
export function Chips({ items, clearHref }: { items: { label: string; href: string }[]; clearHref: string }) {
  if (items.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 text-note text-ink-2">
      <span>已筛选：</span>
      <ul className="flex flex-wrap gap-2">
        {items.map((item) => (
          <li key={item.label}>
            <a
              href={item.href}
              aria-label={`去掉筛选 ${item.label}`}
              className="inline-flex items-center gap-1 rounded-full border border-line-strong bg-surface px-3 py-[1px] text-ink no-underline hover:border-ink"
            >
              {item.label}
              <span className="no-print">
                <Icon name="close" size="small" />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <span className="no-print">
          <TextLink href={clearHref}>清空筛选</TextLink>
        </span>
      )}
    </div>
  );
}
