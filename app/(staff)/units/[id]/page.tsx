import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card, Columns } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { findUnit } from "@/lib/people/units/queries";
import { pathOf, subtreeOf } from "@/lib/people/units/rules";
import { sphereWords, unitTypeWords } from "@/lib/people/units/words";
import { UnitRows } from "../_components/unit-rows";
import { ChangeForms } from "./_components/change-forms";

export const metadata: Metadata = { title: "单位" };

export default async function UnitPage({ params }: PageProps<"/units/[id]">) {
  const permit = await authorise("people.viewUnits");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { unit, units } = await findUnit(permit, id.data);
  const below = units.filter(({ parentId }) => parentId === unit.id).map((child) => ({ ...child, depth: 0 }));
  const subtree = new Set(subtreeOf(units, unit.id));
  const people = units.filter((one) => subtree.has(one.id)).reduce((sum, one) => sum + one.people, 0);
  const way = pathOf(units, unit.id).slice(0, -1);
  const mayChange = (await may("people.changeUnits")) && !unit.validTo;

  return (
    <>
      <PageHead
        title={unit.name}
        sub={unit.validTo ? `${unit.validTo} 撤销` : unitTypeWords[unit.type]}
        crumbs={[
          { label: "单位", href: "/units" },
          ...way.map(({ id: upId, name }) => ({ label: name, href: `/units/${upId}` })),
          { label: unit.name },
        ]}
        actions={
          mayChange && (
            <Button href={`/units/new?under=${unit.id}`} tone="primary">
              新设下级单位
            </Button>
          )
        }
      />
      <Columns
        main={
          <>
            <Card title="基本情况">
              <Facts
                columns={2}
                items={[
                  { label: "编码", value: unit.code },
                  { label: "属于", value: sphereWords[unit.sphere] },
                  { label: "设立", value: unit.validFrom },
                  {
                    label: "人数",
                    value: `${people} 人`,
                    sub: (await may("people.view")) && (
                      <TextLink href={`/people?unit=${unit.id}&tab=all`}>看名册</TextLink>
                    ),
                  },
                  { label: "负责人", value: unit.head },
                  { label: "电话", value: unit.phone },
                  { label: "地址", value: unit.address },
                  { label: "工会小组", value: unit.unionGroup },
                ]}
              />
            </Card>
            {below.length > 0 && <UnitRows caption="下级单位" rows={below} />}
          </>
        }
        side={mayChange && <ChangeForms unit={unit} units={units} />}
      />
    </>
  );
}
