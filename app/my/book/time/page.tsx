import { redirect } from "next/navigation";
import { Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { MyFrame } from "../../frame";
import { BookQuery, timesShown } from "../query";

export const metadata = { title: "选时间" };

/** ② Which time. Only times that are free for this person, with leader and room. */
export default async function BookTimePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("my.book");
  const { topic, from } = BookQuery.parse(await searchParams);
  const free = await freeTimes(permit, {});
  if (!topic || !free) redirect("/my/book");
  if (free.existing) redirect(`/my/book/${free.existing.id}?already=1`);
  const shown = free.times.slice(from, from + timesShown);

  return (
    <MyFrame back="/my/book">
      <WorkerHead title="几点来？" step={{ now: 2, of: 3 }} lead={`${free.day.dateSpoken}，${free.day.place}`} />
      {free.times.length === 0 && (
        <Says tone="warn" title="手机上的时间约满了">
          直接来也行，现场排号，不会让您白跑。也可以打下面的电话问一问。
        </Says>
      )}
      {shown.map(({ slotId, timeSpoken, leaderName, leaderPost, left }) => (
        <Choice
          key={slotId}
          href={`/my/book/check?topic=${topic}&slot=${slotId}`}
          icon="clock"
          title={timeSpoken}
          sub={`${leaderPost} ${leaderName}${left > 1 ? `，还有 ${left} 个` : ""}`}
        />
      ))}
      {from + timesShown < free.times.length && (
        <Choice href={`/my/book/time?topic=${topic}&from=${from + timesShown}`} title="看后面的时间" icon="down" />
      )}
      {from > 0 && <Choice href={`/my/book/time?topic=${topic}`} title="回到最早的时间" icon="back" />}
    </MyFrame>
  );
}
