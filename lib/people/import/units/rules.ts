import { placeOf, type UnitNode } from "@/lib/people/units/rules";

export type UnitFinder = {
  find: (typed: string) => { id: string } | { fault: string };
  nameOf: (id: string) => string;
};

/**
 * Finds a unit by its code, by its way from the 科室 or 环卫所 down (with or without blanks and separators), or by its
 * own name where only one bears it. The bureau itself is nobody's unit.
 */
export function unitFinder(units: readonly (UnitNode & { code: string })[]): UnitFinder {
  const byName = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const unit of units) {
    const { top, below } = placeOf(units, unit.id);
    names.set(unit.id, below ? `${top} ${below}` : top);
    if (unit.type === "BUREAU") continue;
    const keys = [unit.code, unit.name, `${top}${below}`].map(plain);
    for (const key of new Set(keys)) byName.set(key, [...(byName.get(key) ?? []), unit.id]);
  }

  return {
    find(typed) {
      const found = byName.get(plain(typed)) ?? [];
      const [id, ...others] = found;
      if (!id) return { fault: `没有“${typed}”这个单位，请填写单位编码或全称` };
      // A station's own name may also be the whole way of another unit; the way decides.
      if (others.length === 0) return { id };
      const ways = found.map((one) => names.get(one) ?? "");

      return { fault: `有 ${found.length} 个“${typed}”，请写全称，如“${ways[0] ?? ""}”` };
    },
    nameOf: (id) => names.get(id) ?? "已撤销的单位",
  };
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s·•・\-—/>、,，]/g, "")
    .toUpperCase();
}
