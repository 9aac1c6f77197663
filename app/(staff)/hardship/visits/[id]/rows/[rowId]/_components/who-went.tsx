import { CheckboxGroup } from "@/components/ui/field";
import type { Permit } from "@/lib/auth/permit";
import type { RowView } from "@/lib/hardship/visits/records/view/queries";

/** Ticked by hand, except whoever is holding the phone. */
export function WhoWent({ row, permit, isCash }: { row: RowView; permit: Permit; isCash: boolean }) {
  const members = row.group?.members ?? [];
  const options = members.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <CheckboxGroup
        name="visitors"
        label="谁去了"
        hint="至少两个人"
        options={options}
        defaultValue={row.isMine ? [permit.actor.personId] : []}
      />
      {isCash && (
        <CheckboxGroup
          name="givers"
          label="钱是哪两个人交到手上的"
          hint="只去了两个人就不用选；没有登记的那一位，会请他用自己的账号确认"
          options={options}
          optional
        />
      )}
    </>
  );
}
