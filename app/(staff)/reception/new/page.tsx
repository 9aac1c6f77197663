import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { parseMonth } from "@/lib/dates";
import { draftDayAction } from "@/lib/reception/days/actions";
import { proposeDay } from "@/lib/reception/days/draft/queries";
import { DraftForm } from "../_components/draft-form";

export const metadata = { title: "安排接待日" };

const Query = z.object({
  month: z
    .string()
    .refine((text) => parseMonth(text) !== undefined)
    .optional()
    .catch(undefined),
});

/** A draft for a month: the rule proposes the date, the rotation proposes the leaders; both can be changed. */
export default async function NewDayPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("reception.plan");
  const { month } = Query.parse(await searchParams);
  const proposal = await proposeDay(permit, month);
  const crumbs = [{ label: "职工接待日", href: "/reception" }, { label: "安排" }];
  if (proposal.mergedWords) {
    return (
      <>
        <PageHead title="安排接待日" crumbs={crumbs} />
        <Empty title={proposal.mergedWords} action={<Button href="/reception">返回</Button>} />
      </>
    );
  }

  return (
    <>
      <PageHead title={`安排${proposal.monthWord}接待日`} sub={proposal.dateWords} crumbs={crumbs} />
      <DraftForm action={draftDayAction} proposal={proposal} />
    </>
  );
}
