import { z } from "zod";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterUnit } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { authorise } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { formatDate } from "@/lib/dates";
import { deadlineText } from "@/lib/schooling/checklist/words";
import { comingChildren } from "@/lib/schooling/planner/queries";

export const metadata = { title: "明年该上学的孩子" };

const Query = z.object({
  unit: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});

/** Whom to tell now, unit by unit, because in spring it is too late for a lease that should have begun on 1 December. */
export default async function PlannerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.plan");
  const query = Query.parse(await searchParams);
  const [list, units] = await Promise.all([comingChildren(permit, query), handlingUnits(permit)]);
  const { intake } = list;
  const next = (after: string) =>
    `/schooling/planner?${new URLSearchParams({ ...(query.unit ? { unit: query.unit } : {}), after }).toString()}`;

  return (
    <>
      <PageHead
        title={`${intake.year} 年该上学的孩子`}
        sub={`${formatDate(intake.dates.ageOn)} 前满 ${intake.terms.age} 周岁、家长是外来务工人员、还没有登记的`}
        crumbs={[{ label: "随迁子女入学", href: "/schooling" }, { label: "提醒家长" }]}
        actions={<PrintButton />}
      />
      <Filters action="/schooling/planner" clearHref="/schooling/planner">
        <FilterUnit value={query.unit} units={units} />
      </Filters>
      <DataTable
        caption="要提醒的家长"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "家长",
            cell: (row) => (
              <RowLink href={`/schooling/new?person=${row.personId}`} sub={`工号 ${row.staffNo}`}>
                {row.parent}
              </RowLink>
            ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "电话", nowrap: true, cell: (row) => row.phone ?? "没有电话" },
          {
            label: "居住",
            cell: (row) => (row.isHoused ? <Tag tone="warn">单位宿舍，需协调</Tag> : "问清租房还是自有"),
          },
          {
            label: "居住证",
            cell: (row) =>
              row.permitUntil === null ? (
                <Tag tone="warn">没有登记</Tag>
              ) : row.isPermitShort ? (
                <Tag tone="warn">{`${formatDate(row.permitUntil)} 到期，要续`}</Tag>
              ) : (
                formatDate(row.permitUntil)
              ),
          },
          {
            label: "要赶在前头的",
            cell: (row) =>
              row.deadlines
                .filter(({ by, key }) => by >= permit.today && key !== "booking" && key !== "firstCheck")
                .map((deadline) => deadlineText(deadline))
                .join("；") || "日子都过了，尽快补",
          },
        ]}
        empty={<Empty title="没有要提醒的家长" />}
        footer={
          <Pager
            total={`共 ${list.total} 个孩子，点家长姓名代为登记`}
            {...(list.hasBefore ? { previousHref: "/schooling/planner", previousLabel: "回到第一页" } : {})}
            nextHref={list.next ? next(list.next) : null}
          />
        }
      />
    </>
  );
}
