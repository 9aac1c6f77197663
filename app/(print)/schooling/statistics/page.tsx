import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { schoolingFigures } from "@/lib/schooling/figures/queries";
import { unresolvedWords } from "@/lib/schooling/words";
import { printedUnit } from "../year";

export const metadata = { title: "随迁子女入学年度统计" };

/** 登记/符合条件/已入学/未解决/解决率, the latest six intakes. */
export default async function StatisticsPage() {
  const permit = await authorise("schooling.totals");
  const { intakes, reasons, placed } = await schoolingFigures(permit);

  return (
    <>
      <PaperBar backHref="/schooling/totals" />
      <PaperSheet
        title="随迁子女入学年度统计"
        unit={printedUnit}
        date={formatDate(permit.today)}
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
      >
        <PaperTable
          columns={[
            { label: "年度" },
            { label: "登记（人）", align: "right" },
            { label: "符合条件（人）", align: "right" },
            { label: "已入学（人）", align: "right" },
            { label: "未解决（人）", align: "right" },
            { label: "解决率", align: "right" },
            { label: "备注", width: "wide" },
          ]}
          rows={intakes.map((line) => [
            `${line.year} 年度`,
            line.registered.shown,
            line.eligible.shown,
            line.placed.shown,
            line.unresolved.shown,
            line.rate ?? "—",
            "",
          ])}
          total={["合计", "", "", placed, "", "", ""]}
        />
        <p className="mt-2">
          未解决的原因：
          {reasons.map(({ reason, figure }) => `${unresolvedWords[reason]} ${figure.shown} 人`).join("，") || "没有"}。
        </p>
      </PaperSheet>
    </>
  );
}
