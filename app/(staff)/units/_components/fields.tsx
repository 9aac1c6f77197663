import { TextField } from "@/components/ui/field";

/** What is known of a unit beside its place in the tree. */
export function Particulars() {
  return (
    <>
      <TextField name="head" label="负责人" width="medium" maxLength={40} optional />
      <TextField name="phone" label="电话" type="tel" keypad="tel" width="medium" maxLength={30} optional />
      <TextField name="address" label="地址" maxLength={100} optional />
      <TextField name="unionGroup" label="分工会或工会小组" width="medium" maxLength={40} optional />
    </>
  );
}
