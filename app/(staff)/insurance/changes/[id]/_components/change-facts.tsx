import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Facts } from "@/components/ui/facts";
import { CourseCard } from "@/components/case/course-card";
import { codeOf } from "@/lib/insurance/changes/rules";
import type { ChangeView } from "@/lib/insurance/changes/view/queries";
import { clampWords, payerWords, schemeWords } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import { PapersCard } from "./papers-card";

/** What is declared, what it costs a month, and what happened to it. */
export function ChangeFacts({ view }: { view: ChangeView }) {
  const { change, person, costs, timeline } = view;

  return (
    <>
      <Card title="申报内容">
        <Facts
          columns={2}
          items={[
            { label: change.isIncrease ? "参保类型" : "停保原因", value: codeOf(change.code) },
            { label: change.isIncrease ? "从哪个月缴" : "最后缴到哪个月", value: change.month },
            { label: "险种", value: change.schemes.map((scheme) => schemeWords[scheme]).join("、") },
            {
              label: "谁缴",
              value: payerWords[change.payer],
              ...(change.payer === "AGENCY" && person.agencyName ? { sub: person.agencyName } : {}),
            },
            { label: "户口性质", value: person.hukou },
            { label: "入职", value: person.hiredOn },
            change.wageFen === null ? null : { label: "月工资", value: `${yuan(change.wageFen)} 元` },
            change.baseFen === null
              ? null
              : {
                  label: "缴费基数",
                  value: `${yuan(change.baseFen)} 元`,
                  ...(change.clamp === "NONE" ? {} : { sub: clampWords[change.clamp] }),
                },
            change.receiptNo ? { label: "受理号", value: change.receiptNo, sub: `${change.filedOn ?? ""} 报送` } : null,
            change.resultOn ? { label: "经办机构结果", value: change.resultOn } : null,
            change.effectiveOn ? { label: "生效", value: change.effectiveOn } : null,
          ]}
        />
      </Card>
      {costs.length > 0 && (
        <Card title="每月缴费">
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
        </Card>
      )}
      <PapersCard view={view} />
      <CourseCard events={timeline} />
    </>
  );
}
