import { Stack } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { pageCalendar } from "@/lib/calendar/queries";
import { monthAfter, monthOf } from "@/lib/dates";
import { currentValue } from "@/lib/parameters/queries";
import { showValue } from "@/lib/parameters/values/rules";
import { ShiftPreview } from "../_components/shift-preview";

export const metadata = { title: "今后12个月的接待日" };

export default async function PreviewPage() {
  const permit = await authorise("calendar.view");
  const [calendar, policy] = await Promise.all([pageCalendar(), currentValue(permit, "reception.shiftPolicy")]);
  const mayOpen = await may("parameters.view");
  const months = Array.from({ length: 12 }, (_, i) => monthAfter(monthOf(permit.today), i));

  return (
    <>
      <PageHead
        title="今后12个月的接待日"
        sub="每月第一个周五；逢放假，三种办法各是哪一天"
        crumbs={[{ label: "日历", href: "/calendar" }, { label: "接待日" }]}
      />
      <Stack>
        <Notice title={`现行办法：${showValue("reception.shiftPolicy", policy)}`}>
          已发布的接待日以发布的为准，改办法、改日历都不影响。
          {mayOpen && <TextLink href="/parameters/reception.shiftPolicy">这个参数的经过</TextLink>}
        </Notice>
        <ShiftPreview months={months} calendar={calendar} policy={policy} />
      </Stack>
    </>
  );
}
