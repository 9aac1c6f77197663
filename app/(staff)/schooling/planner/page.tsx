import { z } from "zod";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterUnit } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { KeysetPager } from "@/components/ui/pager";
import { PrintButton } from "@/components/ui/print-button";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { formatDate } from "@/lib/dates";
import { deadlineText } from "@/lib/schooling/checklist/words";
import { comingChildren, leftOver, type ComingChild } from "@/lib/schooling/planner/queries";
import { remindParentsAction, tellParentAction } from "@/lib/schooling/reminders/actions";

export const metadata = { title: "明年该上学的孩子" };

const Query = z.object({
  unit: z.uuid().optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
});

/** Whom to tell now, unit by unit, because in spring it is too late for a lease that should have begun on 1 December. */
export default async function PlannerPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.plan");
  const query = Query.parse(await searchParams);
  const [list, units, left] = await Promise.all([
    comingChildren(permit, query),
    handlingUnits(permit),
    leftOver(permit),
  ]);
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
      {list.untold > 0 && (
        <Notice tone="warn" title={`有 ${list.untold} 家还没有提醒`}>
          <Form action={remindParentsAction} id="remind">
            <HiddenField name="year" value={String(intake.year)} />
            {query.unit && <HiddenField name="unit" value={query.unit} />}
            <p className="mb-2">家长在手机首页看到要准备什么、赶在哪天前，点了“知道了”这里就看得到。一家只提醒一次。</p>
            <SubmitButton>{`提醒这 ${list.untold} 家`}</SubmitButton>
          </Form>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice title={`去年没解决、今年要接着办的，${left.length} 个孩子`}>
          <ul>
            {left.map((one) => (
              <li key={one.caseId}>
                <TextLink href={`/schooling/new?person=${one.personId}&from=${one.caseId}`}>
                  {one.parent}的孩子，今年接着办
                </TextLink>
                （{one.unit}，<TextLink href={`/schooling/${one.caseId}`}>{one.number}</TextLink>）
              </li>
            ))}
          </ul>
        </Notice>
      )}
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
          { label: "提醒", nowrap: true, cell: (row) => <Reminded row={row} /> },
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
          <KeysetPager
            total={`共 ${list.total} 个孩子，点家长姓名代为登记`}
            list={list}
            firstHref={"/schooling/planner"}
            hrefOf={(after) => next(after)}
          />
        }
      />
    </>
  );
}

/** Whether the family knows; who does not read it is told face to face. */
function Reminded({ row }: { row: ComingChild }) {
  if (row.isKnown) return <Tag tone="ok">家长知道了</Tag>;

  return (
    <>
      {row.remindedOn ? (
        <Tag tone="info">{`${formatDate(row.remindedOn)} 提醒过`}</Tag>
      ) : (
        <Tag tone="neutral">还没提醒</Tag>
      )}
      <Form action={tellParentAction} id={`tell-${row.id}`}>
        <HiddenField name="memberId" value={row.id} />
        <SubmitButton tone="outline" small>
          当面说了
        </SubmitButton>
      </Form>
    </>
  );
}
