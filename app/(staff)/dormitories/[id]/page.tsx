import { notFound } from "next/navigation";
import { z } from "zod";
import { Columns } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { viewBoard } from "@/lib/dormitories/board/queries";
import { freeBedsFor } from "@/lib/dormitories/board/free/queries";
import { starWord } from "@/lib/dormitories/rating/rules";
import { facilityWords, sourceWords } from "@/lib/dormitories/words";
import { BedSide } from "./_components/bed-side";
import { House } from "./_components/house";
import { SiteHistory } from "./_components/site-history";

export const metadata = { title: "宿舍床位图" };

const Query = z.object({ bed: z.uuid().optional().catch(undefined) });

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
  const { bed: bedId } = Query.parse(await searchParams);
  const [board, mayHouse] = await Promise.all([viewBoard(permit, id.data), may("dormitories.house")]);
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
  const { site } = board;

  return (
    <>
      <PageHead
        title={site.name}
        crumbs={[{ label: "职工宿舍", href: "/dormitories" }, { label: site.name }]}
        sub={
          <>
            {`${site.address} · ${sourceWords[site.source]} · ${site.beds.all} 张床，今晚住 ${site.beds.occupied} 人，空 ${site.beds.FREE} 张 · ${site.facilities.map((one) => facilityWords[one]).join("、")} `}
            <Tag tone={site.stars > 0 ? "ok" : "neutral"}>{starWord(site.stars)}</Tag>
          </>
        }
      />
      {!site.fireCheckedOn && (
        <Notice tone="late" title="没有消防验收">
          请尽快补办消防验收，并登记日期。
        </Notice>
      )}
      <Columns
        main={
          <>
            <House board={board} chosen={bedId} />
            <SiteHistory siteId={site.id} />
          </>
        }
        side={<BedSide chosen={chosen} free={free} others={others} mayHouse={mayHouse} today={permit.today} />}
      />
    </>
  );
}
