import { z } from "zod";
import { Card, Stack } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { parseCivil } from "@/lib/dates";
import { previewReschedule, substitutesFor } from "@/lib/reception/changes/queries";
import { viewDay } from "@/lib/reception/days/view/queries";
import { idIn } from "../../query";
import { ChooseDate, ConfirmDate } from "./_components/new-date";
import { RetireForm, SubstituteForm } from "./_components/other-changes";

export const metadata = { title: "改期和调整" };

const Query = z.object({
  on: z
    .string()
    .refine((text) => parseCivil(text) !== undefined)
    .optional()
    .catch(undefined),
});

type Props = { params: Promise<{ day: string }>; searchParams: Promise<Record<string, string>> };

/** The explicit acts on a published day: another date (instants before and after), another leader, a cell less. */
export default async function ReschedulePage({ params, searchParams }: Props) {
  const permit = await authorise("reception.reschedule");
  const day = await viewDay(permit, idIn((await params).day));
  const { on } = Query.parse(await searchParams);
  const hosts = day.hosts.filter(({ isReplaced }) => !isReplaced).map(({ leaderId }) => leaderId);
  const preview = on ? await previewReschedule(permit, day.id, on) : null;

  return (
    <>
      <PageHead
        title="改期和调整"
        sub="发布了的接待日不会自己变。每次改动都要写明原因，受影响的预约逐个通知"
        crumbs={[
          { label: "职工接待日", href: "/reception" },
          { label: day.dateWords, href: `/reception/${day.id}` },
          { label: "改期和调整" },
        ]}
      />
      <Stack gap="wide">
        {day.state === "OPEN" && (
          <Card title="改期">{preview ? <ConfirmDate day={day} preview={preview} /> : <ChooseDate day={day} />}</Card>
        )}
        <Card title="换接待领导">
          <SubstituteForm day={day} candidates={await substitutesFor(permit, hosts)} />
        </Card>
        <Card title="取消一个时段">
          <RetireForm day={day} />
        </Card>
      </Stack>
    </>
  );
}
