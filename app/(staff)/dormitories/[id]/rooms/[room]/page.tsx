import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { roomToChange } from "@/lib/dormitories/houses/queries";
import { bedStateWords, tierWords, useWords } from "@/lib/dormitories/words";
import { Closures } from "./_components/closures";
import { AddBedsForm, ChangeRoomForm, RetireBedForm, ShutForm } from "./_components/room-forms";

export const metadata = { title: "房间和床" };

export default async function RoomPage({ params }: { params: Promise<{ id: string; room: string }> }) {
  const permit = await authorise("dormitories.build");
  const { id, room: roomId } = await params;
  const at = z.object({ id: z.uuid(), roomId: z.uuid() }).safeParse({ id, roomId });
  if (!at.success) notFound();
  const room = await roomToChange(permit, at.data.id, at.data.roomId);
  const toMove = room.beds.filter(({ mustMove }) => mustMove);

  return (
    <>
      <PageHead
        title={`${room.building}${room.name}室`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: room.site.name, href: `/dormitories/${room.site.id}` },
          { label: `${room.name}室` },
        ]}
        sub={`${useWords[room.use]}室 · ${room.floor} 层 · ${room.area} 平方米 · ${room.beds.length} 张床`}
      />
      {toMove.length > 0 && (
        <Notice tone="late" title={`维修、停用的床上还有 ${toMove.length} 人，要搬走`}>
          点床位给他们调宿。
        </Notice>
      )}
      <Columns
        main={
          <>
            <Card title="床">
              <DataTable
                caption="床"
                rows={room.beds}
                rowId={(bed) => bed.id}
                columns={[
                  {
                    label: "床",
                    nowrap: true,
                    cell: (bed) => (
                      <TextLink href={`/dormitories/${room.site.id}?bed=${bed.id}#bed`}>{bed.label}床</TextLink>
                    ),
                  },
                  { label: "铺", nowrap: true, cell: (bed) => tierWords[bed.tier] },
                  { label: "现在", nowrap: true, cell: (bed) => bedStateWords[bed.state] },
                  { label: "谁", cell: (bed) => bed.stay?.name ?? "" },
                  { label: "哪天起空", nowrap: true, cell: (bed) => (bed.freeFrom ? formatDate(bed.freeFrom) : "—") },
                ]}
                empty="还没有床，请在旁边加床"
              />
            </Card>
            <Closures past={room.past} />
          </>
        }
        side={
          <Card title="修改" tone="next">
            <div className="grid gap-3">
              <ShutForm room={room} today={permit.today} />
              <AddBedsForm room={room} />
              <RetireBedForm room={room} />
              <ChangeRoomForm room={room} />
            </div>
          </Card>
        }
      />
    </>
  );
}
