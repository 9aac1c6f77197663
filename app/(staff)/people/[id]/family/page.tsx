import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { readHousehold } from "@/lib/people/family/queries";
import { occupationWords, relationWords } from "@/lib/people/family/words";
import { HouseholdForms } from "./_components/household-forms";

export const metadata: Metadata = { title: "家庭成员" };

export default async function FamilyPage({ params }: PageProps<"/people/[id]/family">) {
  const permit = await authorise("people.change");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const household = await readHousehold(permit, id.data);
  const { personId, personName, members } = household;
  const add = `/people/${personId}/family/new`;

  return (
    <>
      <PageHead
        title="家庭成员"
        sub={`${personName}的家庭`}
        crumbs={[
          { label: "职工", href: "/people" },
          { label: personName, href: `/people/${personId}` },
          { label: "家庭" },
        ]}
        actions={
          <Button href={add} tone="primary">
            登记家庭成员
          </Button>
        }
      />
      <DataTable
        caption="家庭成员"
        rows={members}
        rowId={({ id: memberId }) => memberId}
        empty={<Empty title="还没有登记家庭成员" action={<Button href={add}>登记</Button>} />}
        columns={[
          {
            label: "姓名",
            cell: (row) => (
              <RowLink
                href={`/people/${personId}/family/${row.id}`}
                sub={row.hasIdNo ? "身份证号已登记" : "没有身份证号"}
              >
                {row.name}
              </RowLink>
            ),
          },
          { label: "关系", cell: (row) => relationWords[row.relation] },
          { label: "年龄", nowrap: true, cell: (row) => (row.age === null ? "—" : `${row.age} 岁`) },
          { label: "身份", cell: (row) => row.occupation && occupationWords[row.occupation] },
          { label: "单位或学校", cell: (row) => row.workplace },
          {
            label: "月收入（元）",
            align: "right",
            cell: (row) => row.monthlyIncome !== null && (row.monthlyIncome / 100).toFixed(2),
          },
        ]}
      />
      <HouseholdForms household={household} />
    </>
  );
}
