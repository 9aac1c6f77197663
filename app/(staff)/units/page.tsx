import type { Metadata } from "next";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Chips, FilterCheck, Filters, FilterText } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { authorise, may } from "@/lib/auth/gate";
import { listUnits } from "@/lib/people/units/queries";
import { filterUnits, unitRows, unitTree } from "@/lib/people/units/rules";
import { UnitRows } from "./_components/unit-rows";

export const metadata: Metadata = { title: "单位" };

const Asked = z.object({
  q: z.string().trim().max(40).optional().catch(undefined),
  closed: z.literal("1").optional().catch(undefined),
});

export default async function UnitsPage({ searchParams }: PageProps<"/units">) {
  const permit = await authorise("people.viewUnits");
  const { q, closed } = Asked.parse(await searchParams);
  const all = await listUnits(permit);
  const units = closed ? all : all.filter(({ validTo }) => !validTo);
  const isFiltered = Boolean(q);
  const branches = unitTree(filterUnits(units, q));
  // Unfiltered, the teams of every 段 would be hundreds of rows: down to the 队 is what one looks for first.
  const rows = unitRows(branches).filter(({ depth }) => isFiltered || depth <= 2);

  return (
    <>
      <PageHead
        title="单位"
        sub={`现有 ${all.filter(({ validTo }) => !validTo).length} 个单位；合并、撤销的单位保留历史`}
        actions={
          (await may("people.changeUnits")) && (
            <Button href="/units/new" tone="primary">
              新设单位
            </Button>
          )
        }
      />
      <Filters action="/units" clearHref="/units">
        <FilterText name="q" label="单位名称" value={q} placeholder="例如：清扫一队" />
        <FilterCheck name="closed" label="包括已撤销的" checked={closed === "1"} />
      </Filters>
      <Chips items={q ? [{ label: `“${q}”`, href: closed ? "/units?closed=1" : "/units" }] : []} clearHref="/units" />
      {rows.length === 0 ? (
        <Empty picture="search" title="没有叫这个名字的单位" action={<Button href="/units">清空筛选</Button>} />
      ) : (
        <UnitRows caption="单位" rows={rows} />
      )}
    </>
  );
}
