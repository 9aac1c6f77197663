import { redirect } from "next/navigation";
import { CheckboxField, RadioField, SelectField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { applyMineAction } from "@/lib/dormitories/application/actions";
import { myDormitory, sitesToWish } from "@/lib/dormitories/mine/queries";
import { MyFrame } from "../../frame";

export const metadata = { title: "申请住宿舍" };

const reasons = [
  { value: "NO_HOME", label: "没有房子住" },
  { value: "FAR_POST", label: "住得离干活的地方远" },
  { value: "NEW_HIRE", label: "刚来上班" },
  { value: "FAMILY_HARDSHIP", label: "家里困难，租不起" },
];
const shifts = [
  { value: "EARLY", label: "早班" },
  { value: "MIDDLE", label: "中班" },
  { value: "NIGHT", label: "夜班" },
];

/** The application in plain words on one page, so that it works without scripts. */
export default async function ApplyDormitoryPage() {
  const permit = await authorise("my.dormitory");
  const [mine, sites] = await Promise.all([myDormitory(permit), sitesToWish(permit)]);
  if (!mine.mayApply) redirect("/my/dormitory");

  return (
    <MyFrame back="/my/dormitory">
      <WorkerHead title="申请住宿舍" lead="夫妻想住一间的，请找单位联络员帮着申请。" />
      <Form action={applyMineAction} id="apply">
        <RequestKey />
        <RadioField name="reason" label="为什么想住宿舍？" options={reasons} />
        <RadioField name="shift" label="您上什么班？" hint="同屋的人一起起床，不吵" options={shifts} />
        <SelectField name="siteId" label="想住哪里？" options={sites} blank="哪里有床住哪里" optional />
        <CheckboxField name="needLower" label="腿脚不好，要睡下铺" />
        <SubmitButton wide>交上去</SubmitButton>
      </Form>
    </MyFrame>
  );
}
