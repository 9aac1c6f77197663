import { redirect } from "next/navigation";
import type { IconName } from "@/components/ui/icon";
import { Choice } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { bookingTopics, type BookingTopic } from "@/lib/reception/bookings/words";
import { ForHead } from "../_components/for-head";
import { Standing } from "../_components/standing";
import { ForQuery } from "../query";

export const metadata = { title: "替职工预约：哪方面的事" };

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

/** ② What about: one tile, no words. The time comes after it, so that nothing has to be held. */
export default async function BookForTopicPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.bookFor");
  const { person } = ForQuery.parse(await searchParams);
  if (!person) redirect("/reception/for");
  const free = await freeTimes(permit, { personId: person });
  if (!free || free.existing) return <Standing free={free} />;

  return (
    <>
      <ForHead title="要说哪方面的事？" step={2} sub={`替 ${free.person.name} 约`} />
      <p className="mb-3 text-ink-2">只选一样，不用写内容。本人不想说，就选「当面再说」。</p>
      <div className="grid grid-cols-1 gap-x-4 phone:grid-cols-2 desk:grid-cols-4">
        {(Object.keys(bookingTopics) as BookingTopic[]).map((topic) => (
          <Choice
            key={topic}
            href={`/reception/for/time?person=${person}&topic=${topic}`}
            icon={icons[topic]}
            title={bookingTopics[topic].word}
          />
        ))}
      </div>
    </>
  );
}
