import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card, Stack } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { HiddenField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, permitIf } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { dueForReduction, schoolingFigures, type Figure } from "@/lib/schooling/figures/queries";
import { listLetters } from "@/lib/schooling/letters/queries";
import { placementsHref } from "@/lib/schooling/list/rules";
import { reduceExpiredAction } from "@/lib/schooling/retention/actions";
import { letterStateWords, unresolvedWords } from "@/lib/schooling/words";

export const metadata = { title: "入学总数和协调函" };

const Query = z.object({ after: z.string().max(400).optional().catch(undefined) });
const tones = { WAITING: "warn", RETURNED: "neutral", APPROVED: "info", SENT: "ok" } as const;

/** What a leader may know: how many, and the letters to decide about; the officer opens the rows behind each number. */
export default async function TotalsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("schooling.totals");
  const { after } = Query.parse(await searchParams);
  const officer = await permitIf("schooling.reduce");
  const [figures, letters, due] = await Promise.all([
    schoolingFigures(permit),
    listLetters(permit, { after }),
    officer ? dueForReduction(officer) : 0,
  ]);
  const year = figures.intakes[0]?.year;

  return (
    <>
      <PageHead
        title="入学总数和协调函"
        sub={`一共帮 ${figures.placed} 个孩子上了学`}
        crumbs={[{ label: "随迁子女入学", ...(officer ? { href: "/schooling" } : {}) }, { label: "总数" }]}
        actions={
          officer && (
            <>
              <Button href={`/schooling/survey${year ? `?year=${year}` : ""}`} icon="print">
                摸底表
              </Button>
              <Button href={`/schooling/ledger${year ? `?year=${year}` : ""}`} icon="print">
                解决情况台账
              </Button>
              <Button href="/schooling/statistics" icon="print">
                年度统计
              </Button>
              <Button href="/schooling/letters/new" tone="primary">
                起草协调函
              </Button>
            </>
          )
        }
      />
      <Stack>
        <Intakes figures={figures} />
        {officer && (
          <Card title="导出 Excel">
            <p className="flex flex-wrap gap-x-5 gap-y-2">
              {exportsOf(year).map(({ href, label }) => (
                <TextLink key={href} href={href}>
                  {label}
                </TextLink>
              ))}
            </p>
            <p className="mt-2 text-note text-ink-2">表里没有孩子的任何信息，导出要另一个人审批。</p>
          </Card>
        )}
        <Card title="协调函">
          <DataTable
            caption="协调函"
            rows={letters.rows}
            rowId={({ id }) => id}
            columns={[
              { label: "编号", cell: (row) => <RowLink href={`/schooling/letters/${row.id}`}>{row.number}</RowLink> },
              { label: "年度", nowrap: true, cell: (row) => `${row.intakeYear} 年度` },
              { label: "孩子", align: "right", cell: (row) => `${row.children} 个` },
              {
                label: "状态",
                nowrap: true,
                cell: (row) => <Tag tone={tones[row.state]}>{letterStateWords[row.state]}</Tag>,
              },
              { label: "起草", nowrap: true, cell: (row) => row.draftedAt },
              { label: "送出", nowrap: true, cell: (row) => (row.sentOn ? formatDate(row.sentOn) : "—") },
            ]}
            empty={<Empty title="还没有协调函" />}
            footer={
              <KeysetPager
                total="新起草的在前"
                list={letters}
                firstHref={"/schooling/totals"}
                hrefOf={(after) => `/schooling/totals?after=${after}`}
              />
            }
          />
        </Card>
        {officer && (
          <Card title="孩子信息的保存期">
            <p className="mb-3">
              {due > 0 ? `有 ${due} 份已过保存期，应当清除。` : "没有过保存期的。"}
              清除以后只留数字，孩子的姓名、证件和材料都不再有。
            </p>
            {due > 0 && (
              <Form action={reduceExpiredAction} id="reduce">
                <HiddenField name="act" value="reduce" />
                <SubmitButton tone="outline">清除到期的孩子信息</SubmitButton>
              </Form>
            )}
          </Card>
        )}
      </Stack>
    </>
  );
}

function exportsOf(intakeYear: number | undefined) {
  const year = intakeYear ? String(intakeYear) : undefined;

  return [
    { href: exportHref("schooling-survey", { year }), label: "需求摸底表" },
    { href: exportHref("schooling", { year }), label: "解决情况台账" },
    { href: exportHref("schooling-years", {}), label: "年度统计" },
  ];
}

function Intakes({ figures }: { figures: Awaited<ReturnType<typeof schoolingFigures>> }) {
  const show = ({ shown, filter }: Figure) =>
    filter ? <TextLink href={placementsHref(filter)}>{shown}</TextLink> : shown;

  return (
    <Card title="各年度">
      <DataTable
        caption="各年度的数字"
        rows={figures.intakes}
        rowId={({ year }) => String(year)}
        columns={[
          { label: "年度", nowrap: true, cell: (row) => `${row.year} 年度` },
          { label: "登记", align: "right", cell: (row) => show(row.registered) },
          { label: "符合条件", align: "right", cell: (row) => show(row.eligible) },
          { label: "已入学", align: "right", cell: (row) => show(row.placed) },
          { label: "未解决", align: "right", cell: (row) => show(row.unresolved) },
          { label: "解决率", align: "right", cell: (row) => row.rate ?? "—" },
        ]}
        empty={<Empty title="还没有登记" />}
      />
      <p className="mt-3 text-note text-ink-2">
        历年没解决的原因：
        {figures.reasons.length === 0
          ? "没有"
          : figures.reasons.map(({ reason, figure }, i) => (
              <span key={reason}>
                {i > 0 && "，"}
                {unresolvedWords[reason]} {show(figure)} 个
              </span>
            ))}
        。少于 5 个的，没有管这个项目的人只看到“&lt;5”，能推算出来的看到“≥5”。
      </p>
    </Card>
  );
}
