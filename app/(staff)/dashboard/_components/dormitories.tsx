import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import type { DormitoryFigures } from "@/lib/dormitories/figures/queries";
import { yuan } from "@/lib/money";
import { sourceWords } from "@/lib/dormitories/words";

/** Beds tonight, who waits and for how long, stars and repairs; every number opens its rows, or is not shown. */
export function DormitoryTiles({ figures, mayBills }: { figures: DormitoryFigures; mayBills: boolean }) {
  return (
    <Card title="职工宿舍">
      <Tiles label="职工宿舍" columns={3}>
        <Tile label="床位" value={figures.beds} unit="张" href="/dormitories" />
        <Tile label="今晚有人住" value={figures.occupied} unit="人" href="/dormitories/residents" />
        <Tile label="空床" value={figures.free} unit="张" href="/dormitories?only=free" />
        <Tile
          label="排队等床"
          value={figures.waiting}
          unit="人"
          sub={figures.waiting > 0 ? `最久等了 ${figures.longest} 天` : ""}
          href="/dormitories/applications?tab=waiting"
        />
        <Tile label="星级宿舍" value={figures.starred} unit="处" href="/dormitories?only=starred" />
        <Tile
          label="没修好的报修"
          value={figures.repairs}
          unit="件"
          sub={figures.lateRepairs > 0 ? `其中超期 ${figures.lateRepairs} 件` : ""}
          href="/dormitories/repairs"
          {...(figures.lateRepairs > 0 ? { tone: "warn" as const } : {})}
        />
        <Tile label="修好了没验收的" value={figures.unaccepted} unit="件" href="/dormitories/repairs?tab=unaccepted" />
        <Tile
          label="今年维修花费"
          value={yuan(figures.repairFen)}
          unit="元"
          href={`/dormitories/repairs?tab=all&year=${figures.year}`}
        />
        {mayBills && (
          <Tile
            label="今年水电费"
            value={yuan(figures.utilityFen)}
            unit="元"
            sub={`其中住户分摊 ${yuan(figures.sharedFen)} 元`}
            href={`/dormitories/utilities/bills?year=${figures.year}&state=confirmed`}
          />
        )}
      </Tiles>
      <p className="mt-3 flex flex-wrap gap-3">
        来源：
        {figures.sources.map(({ source, sites }) => (
          <TextLink
            key={source}
            href={`/dormitories?source=${source}`}
          >{`${sourceWords[source]} ${sites} 处`}</TextLink>
        ))}
      </p>
    </Card>
  );
}
