import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { codeOf } from "@/lib/insurance/changes/rules";
import { schemes } from "@/lib/insurance/rules";
import type { InsuredView } from "@/lib/insurance/view/queries";
import {
  clampWords,
  codeWords,
  endWords,
  payerWords,
  resultWords,
  schemeWords,
  wageWords,
} from "@/lib/insurance/words";
import { yuan } from "@/lib/money";

/** The left column: the five as they stand, base and shares, the forms, the periods, the talks. */
export function InsuredFacts({ view }: { view: InsuredView }) {
  return (
    <>
      <Card title="本月五险">
        <Facts
          columns={2}
          items={schemes.map((scheme) => ({
            label: schemeWords[scheme],
            value: view.has.includes(scheme)
              ? `正常参保，${startOf(view, scheme)} 起`
              : view.owed.includes(scheme)
                ? "应参保，未办"
                : "不用办",
          }))}
        />
      </Card>
      <Base view={view} />
      <Forms view={view} />
      <Periods view={view} />
      {view.talks.length > 0 && <Talks view={view} />}
    </>
  );
}

function startOf(view: InsuredView, scheme: string): string {
  return view.periods.find((period) => period.scheme === scheme && period.endMonth === null)?.startMonth ?? "";
}

function Base({ view: { base, costs } }: { view: InsuredView }) {
  if (!base) return null;

  return (
    <Card title="缴费基数">
      <Facts
        columns={2}
        items={[
          { label: wageWords[base.source], value: `${yuan(base.wageFen)} 元` },
          {
            label: "申报基数",
            value: `${yuan(base.baseFen)} 元`,
            sub: base.clamp === "NONE" ? `${base.fromMonth} 起` : `${clampWords[base.clamp]}，${base.fromMonth} 起`,
          },
        ]}
      />
      {costs.length > 0 && (
        <DataTable
          caption="每月缴费"
          rows={costs}
          rowId={({ scheme }) => scheme}
          columns={[
            { label: "险种", cell: (row) => schemeWords[row.scheme] },
            { label: "单位（元）", align: "right", cell: (row) => yuan(row.unitFen) },
            { label: "个人（元）", align: "right", cell: (row) => yuan(row.personFen) },
          ]}
          total={[
            "合计",
            yuan(costs.reduce((sum, one) => sum + one.unitFen, 0)),
            yuan(costs.reduce((sum, one) => sum + one.personFen, 0)),
          ]}
        />
      )}
    </Card>
  );
}

function Forms({ view: { changes } }: { view: InsuredView }) {
  if (changes.length === 0) return null;

  return (
    <Card title="增减员表">
      <DataTable
        caption="增减员表"
        rows={changes}
        rowId={({ caseId }) => caseId}
        columns={[
          { label: "编号", cell: (row) => <TextLink href={`/insurance/changes/${row.caseId}`}>{row.number}</TextLink> },
          { label: "变动", cell: (row) => codeOf(row.code) },
          { label: "月份", nowrap: true, cell: (row) => row.month },
          { label: "办到哪一步", cell: (row) => row.stage },
        ]}
      />
    </Card>
  );
}

function Periods({ view: { periods } }: { view: InsuredView }) {
  return (
    <Card title="参保经过">
      {periods.length === 0 ? (
        <p className="text-ink-3">没有参保记录</p>
      ) : (
        <DataTable
          caption="参保经过"
          rows={periods}
          rowId={({ id }) => id}
          columns={[
            { label: "险种", cell: (row) => schemeWords[row.scheme] },
            { label: "起", nowrap: true, cell: (row) => row.startMonth },
            { label: "止", nowrap: true, cell: (row) => row.endMonth ?? "至今" },
            {
              label: "状态",
              cell: (row) => (row.endCode ? `${endWords[row.endCode] ?? ""}（${codeWords[row.endCode]}）` : "正常参保"),
            },
            { label: "谁缴", nowrap: true, cell: (row) => payerWords[row.payer] },
          ]}
        />
      )}
    </Card>
  );
}

function Talks({ view: { talks } }: { view: InsuredView }) {
  return (
    <Card title="宣讲动员记录">
      <DataTable
        caption="宣讲动员记录"
        rows={talks}
        rowId={({ id }) => id}
        columns={[
          { label: "日期", nowrap: true, cell: (row) => row.heldOn },
          { label: "谁谈的", nowrap: true, cell: (row) => row.byName },
          { label: "结果", nowrap: true, cell: (row) => resultWords[row.result] },
          { label: "谈了什么", cell: (row) => row.note },
        ]}
      />
    </Card>
  );
}
