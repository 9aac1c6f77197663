import { redirect } from "next/navigation";
import { Answers } from "@/components/ui/answers";
import { CheckboxField, HiddenField, TextField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { bookMineAction } from "@/lib/reception/bookings/actions";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { bookingTopics } from "@/lib/reception/bookings/words";
import { MyFrame } from "../../frame";
import { BookQuery } from "../query";

export const metadata = { title: "看对不对" };

/** ③ Check. The time is chosen last, so nothing was held; whoever was faster is answered with the times that are left. */
export default async function BookCheckPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("my.book");
  const { topic, slot } = BookQuery.parse(await searchParams);
  const free = await freeTimes(permit, {});
  if (!topic || !slot || !free) redirect("/my/book");
  if (free.existing) redirect(`/my/book/${free.existing.id}?already=1`);
  const time = free.times.find(({ slotId }) => slotId === slot);

  return (
    <MyFrame back={`/my/book/time?topic=${topic}`}>
      <WorkerHead title="看看对不对" step={{ now: 3, of: 3 }} />
      {!time && (
        <Says tone="warn" title="这个时间刚被别人约了">
          <a href={`/my/book/time?topic=${topic}`}>看看别的时间</a>
        </Says>
      )}
      {time && (
        <>
          <Answers
            items={[
              { label: "说什么事", value: bookingTopics[topic].tile, changeHref: "/my/book" },
              {
                label: "什么时候",
                value: `${free.day.dateSpoken} ${time.timeSpoken}`,
                changeHref: `/my/book/time?topic=${topic}`,
              },
              { label: "谁接待", value: `${time.leaderPost} ${time.leaderName}` },
              { label: "在哪里", value: `${free.day.place} ${time.room}` },
            ]}
          />
          <Form action={bookMineAction} id="book">
            <RequestKey />
            <HiddenField name="slotId" value={slot} />
            <HiddenField name="date" value={free.day.date} />
            <HiddenField name="topic" value={topic} />
            <TextField
              name="topicText"
              label="想先说两句吗"
              hint="不说也行，当面再说"
              maxLength={200}
              width="full"
              optional
            />
            <CheckboxField name="isConfidential" label="这事别让别人知道" hint="单位只知道您几点来，不知道说什么" />
            <SubmitButton wide>就这样，预约</SubmitButton>
          </Form>
        </>
      )}
    </MyFrame>
  );
}
