import { z } from "zod";
import { Card, Columns, Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { pickPeople } from "@/lib/people/queries";
import { viewDesk } from "@/lib/reception/queue/desk/queries";
import { idIn } from "../../query";
import { DeskKeys } from "./_components/desk-keys";
import { Doors } from "./_components/doors";
import { ExpectedList } from "./_components/expected-list";
import { DeskState } from "./_components/desk-state";
import { Past } from "./_components/past";
import { Queue } from "./_components/queue";
import { WalkIn } from "./_components/walk-in";

export const metadata = { title: "当天接待" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  number: z.coerce.number().int().positive().optional().catch(undefined),
  recorded: z.string().max(30).optional().catch(undefined),
});
type Props = { params: Promise<{ day: string }>; searchParams: Promise<Record<string, string>> };

/** The desk on the day, for one clerk with people standing before her: say the number, call the next, write it down. */
export default async function DeskPage({ params, searchParams }: Props) {
  const permit = await authorise("reception.receive");
  const { q, number, recorded } = Query.parse(await searchParams);
  const desk = await viewDesk(permit, idIn((await params).day));
  const isRunning = desk.day.state === "RUNNING";

  return (
    <>
      <PageHead
        title={`当天接待 ${desk.day.dateWords}`}
        sub={`等候 ${desk.queue.length} 人，还没到 ${desk.expected.length} 人，现在来大约等 ${desk.waitMinutes} 分钟`}
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: desk.day.dateWords, href: `/reception/${desk.day.id}` },
          { label: "接待" },
        ]}
      />
      {number && <Notice tone="ok" live title={`${number}号，请拿好号、坐下等叫号`} />}
      {recorded && <Notice tone="ok" live title={`已登记 ${recorded}`} />}
      <DeskState desk={desk} />
      {isRunning && <DeskKeys />}
      <Columns
        main={
          <Stack>
            <Doors desk={desk} />
            <Card title={`等候 ${desk.queue.length} 人`} aside="先约好的按时间；绿色通道先；其他按到的先后">
              <Queue desk={desk} />
            </Card>
            <Past visits={desk.past} dayId={desk.day.id} isFiled={desk.day.state === "FILED"} />
          </Stack>
        }
        side={
          <Stack>
            {isRunning && <WalkIn desk={desk} q={q} people={q ? await pickPeople(permit, q) : []} />}
            <ExpectedList desk={desk} />
          </Stack>
        }
      />
    </>
  );
}
