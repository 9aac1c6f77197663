import { Sub } from "@/components/ui/data-table";
import { CheckboxField, DateField, HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { formatMonth, type CivilDate, type CivilMonth } from "@/lib/dates";
import { enterReadingAction, replaceReadingAction } from "@/lib/dormitories/utilities/actions";
import type { MeterView } from "@/lib/dormitories/utilities/board/queries";
import { quantity } from "@/lib/dormitories/utilities/rules";
import { utilityWords } from "@/lib/dormitories/utilities/words";

type Props = {
  meter: MeterView;
  siteId: string;
  month: CivilMonth;
  readOn: CivilDate;
  mayRead: boolean;
  isHeated: boolean;
};

/** One meter of the month: what it showed before, what it shows, what was used; to be read or corrected. */
export function MeterCard({ meter, siteId, month, readOn, mayRead, isHeated }: Props) {
  const { name, unit } = utilityWords[meter.utility];
  const { previous, reading, replaced } = meter;

  return (
    <section aria-label={`${name}表`} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
      <h3 className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{`${name}表`}</span>
        <span className="num">
          {reading
            ? `${quantity(reading.shown)}，用了 ${quantity(reading.used)} ${unit}`
            : previous
              ? meter.utility === "HEATING" && !isHeated
                ? "这个月不供暖，不用抄"
                : "这个月还没抄"
              : "从来没有抄过"}
        </span>
      </h3>
      <Sub>
        {previous ? `上次 ${formatMonth(previous.month)}：${quantity(previous.shown)}` : "第一次抄，只记底数"}
        {reading && ` · ${reading.readOn} ${reading.by} 抄`}
        {reading &&
          reading.oldEnd !== null &&
          ` · 换过表：旧表止 ${quantity(reading.oldEnd)}，新表起 ${quantity(reading.newStart ?? 0)}`}
        {reading?.note && ` · ${reading.note}`}
      </Sub>
      {replaced.map((wrong) => (
        <Sub key={wrong.id}>{`更正前：${quantity(wrong.shown)}（${wrong.reason}）`}</Sub>
      ))}
      {mayRead && !reading && (
        <FoldedForm
          summary={`抄${name}表`}
          action={enterReadingAction}
          id={`read-${meter.utility}`}
          formLook="grid"
          name="meter"
        >
          <HiddenField name="siteId" value={siteId} />
          <HiddenField name="month" value={month} />
          <HiddenField name="utility" value={meter.utility} />
          <Figures unit={unit} readOn={readOn} />
          <SubmitButton>{`记下${name}表`}</SubmitButton>
        </FoldedForm>
      )}
      {mayRead && reading && (
        <FoldedForm
          summary={`更正${name}表`}
          action={replaceReadingAction}
          id={`replace-${meter.utility}`}
          formLook="grid"
          name="meter"
        >
          <HiddenField name="readingId" value={reading.id} />
          <Figures unit={unit} readOn={reading.readOn} />
          <TextField name="reason" label="为什么改" maxLength={200} />
          <SubmitButton tone="outline">改成这个读数</SubmitButton>
        </FoldedForm>
      )}
    </section>
  );
}

function Figures({ unit, readOn }: { unit: string; readOn: CivilDate }) {
  return (
    <>
      <TextField name="shown" label="表上的数" unit={unit} keypad="decimal" width="short" />
      <DateField name="readOn" label="哪天抄的" defaultValue={readOn} />
      <CheckboxField name="isChanged" label="换过表" hint="换过的，下面两项也要填" />
      <TextField name="oldEnd" label="旧表的止数" unit={unit} keypad="decimal" width="short" optional />
      <TextField name="newStart" label="新表的起数" unit={unit} keypad="decimal" width="short" optional />
      <CheckboxField name="isTrue" label="读数没有错" hint="比上次多出三倍以上的才勾" />
    </>
  );
}
