"use client";

import { useEffect, useState } from "react";

type SelectAllProps = { name: string; total: number; unit: string; form?: string };

/**
 * 「选择本页」 with the number chosen. Chooses only what is on the page, never silently more. Without scripts it is not shown and the
 * boxes are ticked one by one.
 */
export function SelectAll({ name, total, unit, form }: SelectAllProps) {
  const [chosen, setChosen] = useState<number | null>(null);

  useEffect(() => {
    const count = () => setChosen(boxes(name, form).filter((box) => box.checked).length);
    count();
    document.addEventListener("change", count);
    return () => document.removeEventListener("change", count);
  }, [name, form]);

  if (chosen === null) return null;
  const all = chosen === total;
  const toggle = () => {
    for (const box of boxes(name, form)) box.checked = !all;
    setChosen(all ? 0 : total);
  };
  return (
    <label className="inline-flex items-center gap-2 text-note text-ink-2">
      <input type="checkbox" checked={all} onChange={toggle} />
      {chosen === 0 ? "选择本页" : `已选 ${chosen} ${unit}，本页共 ${total} ${unit}`}
    </label>
  );
}

function boxes(name: string, form: string | undefined) {
  const all = [...document.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  return all.filter((box) => box.name === name && (form === undefined || box.form?.id === form));
}
