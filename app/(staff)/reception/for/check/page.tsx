import { redirect } from "next/navigation";
import { Answers } from "@/components/ui/answers";
import { Button } from "@/components/ui/button";
import { CheckboxField, CheckboxGroup, HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { bookForOtherAction } from "@/lib/reception/bookings/actions";
import { freeTimes } from "@/lib/reception/bookings/queries";
import { aidWords, bookingTopics } from "@/lib/reception/bookings/words";
import { ForHead } from "../_components/for-head";
import { Standing } from "../_components/standing";
import { ForQuery } from "../query";

export const metadata = { title: "替职工预约：核对" };

const aids = optionsOf(aidWords);

/** ④ Check. Nothing was held, so the time may be gone by now; then the others are one tap away. */
export default async function BookForCheckPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.bookFor");
  const { person, topic, slot } = ForQuery.parse(await searchParams);
  if (!person || !topic || !slot) redirect("/reception/for");
  const free = await freeTimes(permit, { personId: person });
  if (!free || free.existing) return <Standing free={free} />;
  const time = free.times.find(({ slotId }) => slotId === slot);
  const times = `/reception/for/time?person=${person}&topic=${topic}`;

  return (
    <>
      <ForHead title="核对一下" step={4} />
      {!time && <Notice tone="warn" title="这个时间刚被别人约了" actions={<Button href={times}>看别的时间</Button>} />}
      {time && (
        <>
          <Answers
            items={[
              { label: "替谁约", value: free.person.name, changeHref: "/reception/for" },
              {
                label: "哪方面的事",
                value: bookingTopics[topic].word,
                changeHref: `/reception/for/topic?person=${person}`,
              },
              { label: "什么时候", value: `${free.day.dateWords} ${time.time}`, changeHref: times },
              { label: "谁接待", value: `${time.leaderPost} ${time.leaderName}` },
              { label: "在哪里", value: `${free.day.place} ${time.room}` },
            ]}
          />
          <div className="mt-4">
            <Form action={bookForOtherAction} id="book">
              <RequestKey />
              <HiddenField name="personId" value={person} />
              <HiddenField name="slotId" value={slot} />
              <HiddenField name="topic" value={topic} />
              <HiddenField name="date" value={free.day.date} />
              <CheckboxGroup name="aids" label="到时候要帮忙吗" options={aids} optional />
              <CheckboxField name="isConfidential" label="这事要保密" hint="名单上只写「保密」，不写哪方面的事" />
              <FormActions>
                <SubmitButton>就这样，预约</SubmitButton>
                <TextLink href="/reception/unit">不约了，返回</TextLink>
              </FormActions>
            </Form>
          </div>
        </>
      )}
    </>
  );
}
