import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { rosterHref } from "@/lib/people/roster/rules";
import type { RosterFilter } from "@/lib/people/roster/schema";
import type { OpenUnit } from "@/lib/people/units/queries";
import { filterUnits, pathOf, unitTree, type UnitBranch } from "@/lib/people/units/rules";

/** The units as links, opened along the way to the chosen one; a name filter opens whatever matches. Not on narrow screens. */
export function UnitTree({ units, filter }: { units: OpenUnit[]; filter: RosterFilter }) {
  const shown = filterUnits(units, filter.units);
  const way = new Set(filter.unit ? pathOf(units, filter.unit).map(({ id }) => id) : []);
  const isOpen = (branch: UnitBranch<OpenUnit>) =>
    filter.units !== undefined || branch.type === "BUREAU" || way.has(branch.id);

  return (
    <aside aria-label="单位" className="no-print hidden min-w-0 desk:block">
      <form action="/people" method="get" className="mb-2 flex items-end gap-1">
        {filter.tab !== "working" && <input type="hidden" name="tab" value={filter.tab} />}
        <label className="grid min-w-0 flex-1 gap-[2px] text-note text-ink-2">
          查单位
          <input name="units" defaultValue={filter.units} className="control w-full min-w-0 text-body" />
        </label>
        <Button size="small">找</Button>
      </form>
      <ul className="grid gap-1">
        <li>
          <UnitLink href={rosterHref(filter, { unit: undefined, units: undefined })} isCurrent={!filter.unit}>
            全部单位
          </UnitLink>
        </li>
        <Branches branches={unitTree(shown)} filter={filter} isOpen={isOpen} />
      </ul>
      {shown.length === 0 && <p className="text-note text-ink-3">没有叫这个名字的单位</p>}
    </aside>
  );
}

type BranchesProps = {
  branches: UnitBranch<OpenUnit>[];
  filter: RosterFilter;
  isOpen: (branch: UnitBranch<OpenUnit>) => boolean;
};

function Branches({ branches, filter, isOpen }: BranchesProps) {
  return branches.map((branch) =>
    branch.type === "BUREAU" ? (
      <Branches key={branch.id} branches={branch.children} filter={filter} isOpen={isOpen} />
    ) : (
      <li key={branch.id}>
        <UnitLink href={rosterHref(filter, { unit: branch.id })} isCurrent={filter.unit === branch.id}>
          {branch.name}
        </UnitLink>
        {isOpen(branch) && branch.children.length > 0 && (
          <ul className="mt-1 ml-3 grid gap-1 border-l border-line pl-2">
            <Branches branches={branch.children} filter={filter} isOpen={isOpen} />
          </ul>
        )}
      </li>
    ),
  );
}

function UnitLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return isCurrent ? (
    <b aria-current="true" className="text-ink">
      {children}
    </b>
  ) : (
    <TextLink href={href} quiet>
      {children}
    </TextLink>
  );
}
