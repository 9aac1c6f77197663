import { redirect } from "next/navigation";
import { Choice, ChoicePair, Says, WorkerHead } from "@/components/ui/worker";
import type { IconName } from "@/components/ui/icon";
import { authorise } from "@/lib/auth/gate";
import { myBookings } from "@/lib/reception/bookings/queries";
import { bookingTopics, type BookingTopic } from "@/lib/reception/bookings/words";
import { openDay } from "@/lib/reception/days/queries";
import { MyFrame } from "../frame";

export const metadata = { title: "找领导说事" };

const icons: Record<BookingTopic, IconName> = {
  PAY: "wallet",
  HOUSING: "bed",
  SCHOOL: "school",
  MEDICAL: "stethoscope",
  HARDSHIP: "heart",
  WORK: "broom",
  OTHER: "more",
  IN_PERSON: "talk",
};

const topics = Object.keys(bookingTopics) as BookingTopic[];
const pairs = topics.flatMap((topic, index) => (index % 2 === 0 ? [topics.slice(index, index + 2)] : []));

/** ① What about. Who has a time already is shown it: one worker, one live booking. */
export default async function BookTopicPage() {
  const permit = await authorise("my.book");
  const [day, bookings] = await Promise.all([openDay(permit), myBookings(permit)]);
  const live = bookings.find(({ state }) => state === "live");
  if (live) redirect(`/my/book/${live.id}?already=1`);
  if (!day?.isBookable) {
    return (
      <MyFrame back="/my">
        <WorkerHead title="现在还不能约" />
        <Says tone="warn">{day ? day.whyNot : "下一次接待日还没有定下来，定了就能约。"}</Says>
        <p>着急的事，打下面的电话说，一样有人管。</p>
      </MyFrame>
    );
  }

  return (
    <MyFrame back="/my">
      <WorkerHead title="要说哪方面的事？" step={{ now: 1, of: 3 }} lead={`${day.dateSpoken}上午，选一样就行`} />
      {pairs.map((pair) => (
        <ChoicePair key={pair.join()}>
          {pair.map((topic) => (
            <Choice
              key={topic}
              href={`/my/book/time?topic=${topic}`}
              icon={icons[topic]}
              title={bookingTopics[topic].tile}
            />
          ))}
        </ChoicePair>
      ))}
    </MyFrame>
  );
}
