import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate, fromDateColumn } from "@/lib/dates";
import { photosOf } from "@/lib/dormitories/photos/queries";
import { siteHistory } from "@/lib/dormitories/rating/queries";
import { points, starWord } from "@/lib/dormitories/rating/rules";
import { inspectionWords, vetoWords } from "@/lib/dormitories/rating/words";

/** Inspections and stars of one site over the years. */
export async function SiteHistory({ siteId }: { siteId: string }) {
  const permit = await authorise("dormitories.view");
  const [{ inspections, entries }, mayInspect] = await Promise.all([
    siteHistory(permit, siteId),
    may("dormitories.inspect"),
  ]);

  const photos = await photosOf(
    permit,
    "dorm_inspection",
    inspections.map(({ id }) => id),
  );

  return (
    <Card
      title="检查和评星"
      aside={
        mayInspect && (
          <Button size="small" href={`/dormitories/${siteId}/inspect`}>
            登记检查
          </Button>
        )
      }
    >
      <p className="mb-3">
        {entries
          .map(
            ({ round, stars, averageTenths }) => `${round.year} 年 ${points(averageTenths)} 分 ${starWord(stars ?? 0)}`,
          )
          .join("；") || "还没有参加过评比"}
      </p>
      <DataTable
        caption="检查记录"
        rows={inspections}
        rowId={({ id }) => id}
        columns={[
          { label: "日期", nowrap: true, cell: (row) => formatDate(fromDateColumn(row.inspectedOn)) },
          { label: "检查", nowrap: true, cell: (row) => inspectionWords[row.kind] },
          { label: "检查人", cell: (row) => row.inspector.name },
          { label: "得分", align: "right", cell: (row) => row.total },
          { label: "否决", cell: (row) => (row.veto ? vetoWords[row.veto] : "") },
          { label: "情况", cell: (row) => row.note ?? "" },
          { label: "最好、最差", cell: (row) => <Rooms row={row} opens={new Set(photos.get(row.id))} /> },
        ]}
        empty="还没有检查记录"
      />
    </Card>
  );
}

type Row = {
  bestRoom: string | null;
  bestPhotoId: string | null;
  worstRoom: string | null;
  worstPhotoId: string | null;
};

/** Which rooms were the best and the worst; the photo opens for who may see it. */
function Rooms({ row, opens }: { row: Row; opens: ReadonlySet<string> }) {
  const room = (word: string, name: string | null, photoId: string | null) =>
    name && (
      <span className="block">
        {photoId && opens.has(photoId) ? (
          <TextLink href={`/attachments/${photoId}`}>{`${word} ${name}（照片）`}</TextLink>
        ) : (
          `${word} ${name}`
        )}
      </span>
    );

  return (
    <>
      {room("最好", row.bestRoom, row.bestPhotoId)}
      {room("最差", row.worstRoom, row.worstPhotoId)}
    </>
  );
}
