import { TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { pageCalendar } from "@/lib/calendar/queries";
import { springFestivalOf } from "@/lib/calendar/rules";
import { formatDay } from "@/lib/dates";
import { createCampaignAction } from "@/lib/hardship/campaigns/actions";
import { comingYear, finishBy } from "@/lib/hardship/campaigns/rules";
import { proposal } from "@/lib/hardship/campaigns/view/queries";
import { yuan } from "@/lib/money";

export const metadata = { title: "新建春节走访慰问" };

/** Everything is proposed from last year's; the dates come from the calendar. */
export default async function NewCampaignPage() {
  const permit = await authorise("hardship.planVisits");
  const [last, calendar] = await Promise.all([proposal(permit), pageCalendar()]);
  const year = comingYear(permit.today);
  const festival = springFestivalOf(year);
  const end = festival && finishBy(calendar, festival);

  return (
    <>
      <PageHead
        title="新建春节走访慰问"
        crumbs={[
          { label: "困难帮扶", href: "/hardship" },
          { label: "春节走访慰问", href: "/hardship/visits" },
          { label: "新建" },
        ]}
      />
      {festival && end && (
        <Notice title={`${year}年正月初一是 ${formatDay(festival)}，要在 ${formatDay(end.on)} 前走访完`}>
          {end.isProvisional
            ? "这一年的放假安排还没有公布，日期是暂定的，公布后按日历重新算。"
            : "按日历的放假安排算出。"}
        </Notice>
      )}
      <div className="mt-4">
        <Form action={createCampaignAction}>
          <TextField name="year" label="哪一年的春节" keypad="numeric" unit="年" width="short" defaultValue={year} />
          <TextField
            name="standard"
            label="每户慰问金"
            keypad="decimal"
            unit="元"
            width="short"
            hint={last ? `${last.year}年 ${last.households} 户，每户 ${yuan(last.standardFen)} 元` : undefined}
            defaultValue={last ? String(Number(last.standardFen) / 100) : ""}
          />
          <TextField
            name="goods"
            label="慰问品"
            hint="米、面、油等，每户一样"
            maxLength={60}
            defaultValue={last?.goods ?? ""}
            optional
          />
          <FormActions>
            <SubmitButton>建好，先存草稿</SubmitButton>
            <TextLink href="/hardship/visits">不建了，返回</TextLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
