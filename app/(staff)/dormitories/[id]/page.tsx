import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Columns } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may, permitIf } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import type { BoardBed, BoardRoom } from "@/lib/dormitories/board/queries";
import { freeBedsFor } from "@/lib/dormitories/board/free/queries";
import { starWord } from "@/lib/dormitories/rating/rules";
import { nextForBed, openBoard } from "@/lib/dormitories/view/queries";
import { facilityWords, sourceWords } from "@/lib/dormitories/words";
import { BedSide } from "./_components/bed-side";
import { House } from "./_components/house";
import { SiteHistory } from "./_components/site-history";

export const metadata = { title: "宿舍床位图" };

const Query = z.object({
  bed: z.uuid().optional().catch(undefined),
  done: z.enum(["in"]).optional().catch(undefined),
});

export default async function DormitoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const permit = await authorise("dormitories.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { bed: bedId, done } = Query.parse(await searchParams);
  const board = await openBoard(permit, id.data);
  const [mayHouse, mayBuild, people, linePermit] = await Promise.all([
    may("dormitories.house"),
    may("dormitories.build"),
    may("people.view"),
    permitIf("dormitories.line"),
  ]);
  const beds = board.rooms.flatMap((room) => room.beds.map((bed) => ({ room, bed })));
  const chosen = beds.find(({ bed }) => bed.id === bedId);
  const use = chosen?.room.use;
  const free = chosen?.bed.stay && mayHouse && use ? await freeBedsFor(permit, use) : [];
  const others = beds
    .filter(({ room, bed }) => room.use === use && bed.stay?.facts.state === "LIVING")
    .map(({ room, bed }) => ({
      value: bed.stay?.id ?? "",
      label: `${room.name}室${bed.label}床 ${bed.stay?.name ?? ""}`,
    }));
  const next = linePermit && chosen?.bed.state === "FREE" ? await nextForBed(linePermit, chosen.bed.id) : null;
  const { site } = board;

  return (
    <>
      <PageHead
        title={site.name}
        crumbs={[{ label: "职工宿舍", href: "/dormitories" }, { label: site.name }]}
        actions={
          mayBuild && (
            <>
              <Button href={`/dormitories/${site.id}/edit`}>修改宿舍</Button>
              <Button href={`/dormitories/${site.id}/rooms/new`}>登记房间</Button>
            </>
          )
        }
        sub={
          <>
            {`${site.address} · ${sourceWords[site.source]} · ${site.beds.all} 张床，今晚住 ${site.beds.occupied} 人，空 ${site.beds.FREE} 张 `}
            <Tag tone={site.stars > 0 ? "ok" : "neutral"}>{starWord(site.stars)}</Tag>
            <span className="block">{site.facilities.map((one) => facilityWords[one]).join("、")}</span>
          </>
        }
      />
      {board.closedOn && (
        <Notice tone="warn" title={`${formatDate(board.closedOn)} 已关`}>
          这处宿舍不再分床。要重新启用，请点「修改宿舍」。
        </Notice>
      )}
      <ToMove beds={beds.filter(({ bed }) => bed.mustMove)} siteId={site.id} />
      {!site.fireCheckedOn && (
        <Notice tone="late" title="没有消防验收">
          请尽快补办消防验收，并登记日期。
        </Notice>
      )}
      <Columns
        main={
          <>
            <House board={board} chosen={bedId} mayBuild={mayBuild} />
            <SiteHistory siteId={site.id} />
          </>
        }
        side={
          <BedSide
            chosen={chosen}
            free={free}
            others={others}
            mayHouse={mayHouse}
            isJustIn={done === "in"}
            opens={{ people, line: linePermit !== null }}
            next={next}
            today={permit.today}
          />
        }
      />
    </>
  );
}

/** Who sleeps in a room that is being repaired: named, each a step from being moved. */
function ToMove({ beds, siteId }: { beds: { room: BoardRoom; bed: BoardBed }[]; siteId: string }) {
  if (beds.length === 0) return null;

  return (
    <Notice tone="late" title={`维修、停用的屋里还有 ${beds.length} 人，要给他们调宿`}>
      <ul className="flex flex-wrap gap-x-4">
        {beds.map(({ room, bed }) => (
          <li key={bed.id}>
            <TextLink href={`/dormitories/${siteId}?bed=${bed.id}#bed`}>
              {`${room.name}室${bed.label}床 ${bed.stay?.name ?? ""}`}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
