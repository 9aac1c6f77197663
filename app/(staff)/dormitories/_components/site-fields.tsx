import { CheckboxGroup, DateField, RadioField, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import type { siteToChange } from "@/lib/dormitories/houses/queries";
import { facilityWords, sourceWords } from "@/lib/dormitories/words";
import type { CivilDate } from "@/lib/dates";

type Site = Awaited<ReturnType<typeof siteToChange>>;
const given = <T,>(defaultValue: T | null | undefined) =>
  defaultValue === null || defaultValue === undefined ? {} : { defaultValue };

/** What is known of a house; the same fields for a new one and for one that is there. */
export function SiteFields({ site, today }: { site?: Site; today: CivilDate }) {
  return (
    <>
      <TextField name="name" label="名称" hint="例如：阳光宿舍" {...given(site?.name)} />
      <TextField name="address" label="地址" {...given(site?.address)} />
      <RadioField name="source" label="怎么来的" options={optionsOf(sourceWords)} look="row" {...given(site?.source)} />
      <DateField name="openedOn" label="哪天启用的" max={today} {...given(site?.openedOn)} />
      <DateField
        name="fireCheckedOn"
        label="消防验收"
        hint="没有验收就不填，宿舍页上会一直提醒"
        max={today}
        optional
        {...given(site?.fireCheckedOn)}
      />
      <TextField
        name="area"
        label="面积"
        unit="平方米"
        keypad="numeric"
        width="short"
        {...given(site && String(site.area))}
      />
      <TextField
        name="wardenNo"
        label="管理员的工号"
        hint="管理员登录以后，看得到、办得了这处宿舍的事"
        width="short"
        optional
        {...given(site?.warden?.staffNo)}
      />
      <CheckboxGroup
        name="facilities"
        label="有哪些设施"
        options={optionsOf(facilityWords)}
        look="row"
        optional
        {...given(site && [...site.facilities])}
      />
    </>
  );
}
