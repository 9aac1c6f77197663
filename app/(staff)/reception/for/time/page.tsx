import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { authorise } from "@/lib/auth/gate";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { ForHead } from "../_components/for-head";
import { Standing } from "../_components/standing";
import { TimeCards, timeWords } from "../_components/time-cards";
import { ForQuery } from "../query";

export const metadata = { title: "替职工预约：几点" };

/** ③ Which time: only what is free for this person. */
export default async function BookForTimePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.bookFor");
  const { person, topic } = ForQuery.parse(await searchParams);
  if (!person || !topic) redirect("/reception/for");
  const free = await freeTimes(permit, { personId: person });
  if (!free || free.existing) return <Standing free={free} />;

  return (
    <>
      <ForHead title="几点去？" step={3} sub={`替 ${free.person.name} 约 ${free.day.dateWords}`} />
      {free.times.length === 0 && (
        <Empty title="能约的时间都约满了" action={<Button href="/reception/unit">返回</Button>}>
          可以打电话给接待办，或者当天直接去现场，来了就接待。
        </Empty>
      )}
      <TimeCards times={free.times}>
        {(time) => (
          <Button href={`/reception/for/check?person=${person}&topic=${topic}&slot=${time.slotId}`}>
            {timeWords(time)}
          </Button>
        )}
      </TimeCards>
    </>
  );
}
