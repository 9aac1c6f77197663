import { DataTable, RowLink } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate, yearOf } from "@/lib/dates";
import { openStarsAction } from "@/lib/dormitories/rating/actions";
import { listStarRounds } from "@/lib/dormitories/rating/queries";
import { starRoundWords } from "@/lib/dormitories/rating/words";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "星级宿舍评比" };

export default async function StarsPage() {
  const permit = await authorise("dormitories.view");
  const [rounds, mayRate] = await Promise.all([listStarRounds(permit), may("dormitories.rate")]);

  return (
    <>
      <PageHead title="星级宿舍评比" sub="自评、两位以上检查人打分取平均、公示、授牌；星级有效一年，出事就摘牌。" />
      <DormitoryTabs at="/dormitories/stars" />
      {mayRate && (
        <FoldedForm summary="开始新一年的评比" look="button" action={openStarsAction} id="open-stars">
          <TextField
            name="year"
            label="哪一年"
            keypad="numeric"
            width="short"
            defaultValue={String(yearOf(permit.today))}
          />
          <SubmitButton>开始评比</SubmitButton>
        </FoldedForm>
      )}
      <DataTable
        caption="评比"
        rows={rounds}
        rowId={({ id }) => id}
        columns={[
          { label: "年度", cell: (row) => <RowLink href={`/dormitories/stars/${row.id}`}>{`${row.year} 年`}</RowLink> },
          { label: "到哪一步", nowrap: true, cell: (row) => <Tag tone="info">{starRoundWords[row.state]}</Tag> },
          { label: "参评", align: "right", cell: (row) => row.sites },
          { label: "五星", align: "right", cell: (row) => row.stars.five },
          { label: "四星", align: "right", cell: (row) => row.stars.four },
          { label: "三星", align: "right", cell: (row) => row.stars.three },
          { label: "星级宿舍", align: "right", cell: (row) => row.stars.five + row.stars.four + row.stars.three },
          { label: "授牌", nowrap: true, cell: (row) => (row.awardedOn ? formatDate(row.awardedOn) : "—") },
        ]}
        empty={<Empty title="还没有评比" />}
      />
    </>
  );
}
