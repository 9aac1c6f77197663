import { RadioField, TextField } from "@/components/ui/field";
import { optionsOf } from "@/components/ui/option";
import { otherParentWords } from "@/lib/schooling/words";
import type { OtherParent } from "@/prisma/generated/enums";

const options = optionsOf(otherParentWords);

/** 另一方家长, the same on the phone and at the desk; the district's booking asks for both parents by number. */
export function OtherParentFields({ kind }: { kind?: OtherParent | null }) {
  return (
    <>
      <RadioField
        name="otherParent"
        label="孩子的另一方家长"
        options={options}
        {...(kind ? { defaultValue: kind } : {})}
      />
      <TextField name="otherName" label="另一方家长的姓名" width="medium" optional maxLength={40} autoComplete="off" />
      <TextField name="otherStaffNo" label="工号" hint="也在本局上班的填" width="short" optional autoComplete="off" />
      <TextField
        name="otherIdNo"
        label="另一方家长的身份证号"
        hint="在别处的填，加密保存，网上预约时用"
        width="medium"
        optional
        autoComplete="off"
      />
      <TextField
        name="otherPhone"
        label="另一方家长的电话"
        hint="在别处的填"
        width="short"
        keypad="tel"
        optional
        autoComplete="off"
      />
    </>
  );
}
