import { Facts } from "@/components/ui/facts";
import { HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { changeOwnContactAction } from "@/lib/people/own/actions";
import { ownInfo } from "@/lib/people/own/queries";
import { mobileOwnerWords } from "@/lib/people/words";
import { MyFrame } from "../frame";

export const metadata = { title: "我的信息" };

const owners = optionsOf(mobileOwnerWords);

export default async function MyInfoPage() {
  const permit = await authorise("my.profile");
  const info = await ownInfo(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="我的信息" lead="哪里不对，打下面的电话，让人给您改。" />
      <Facts items={info.lines} />
      <div className="mt-5">
        <FoldedForm
          summary={info.hasMobile ? "手机号换了" : "记上手机号"}
          look="button"
          action={changeOwnContactAction}
          id="contact"
        >
          <HiddenField name="version" value={String(info.version)} />
          <TextField name="mobile" label="新的手机号" hint="十一位数字；不想留就空着" keypad="numeric" maxLength={13} />
          <RadioField name="mobileOwner" label="是谁的手机" options={owners} defaultValue="SELF" />
          <SubmitButton wide>改好了</SubmitButton>
        </FoldedForm>
      </div>
    </MyFrame>
  );
}
