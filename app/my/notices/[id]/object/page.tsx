import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, RadioField, SelectField, TextArea } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { RequestKey } from "@/components/ui/request-key";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { objectMineAction } from "@/lib/notices/objections/actions";
import { readSheet } from "@/lib/notices/view/queries";
import { MyFrame } from "../../../frame";

export const metadata = { title: "我有意见" };

export default async function MyObjectionPage({ params }: PageProps<"/my/notices/[id]/object">) {
  const permit = await authorise("my.object");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const notice = await readSheet(permit, id.data);

  return (
    <MyFrame back={`/my/notices/${notice.id}`}>
      <WorkerHead title="我有意见" lead={notice.title} />
      {notice.state !== "RUNNING" ? (
        <Says title="时间已经过了">这份公示已经结束。还有话说，打下面的电话。</Says>
      ) : (
        <Form action={objectMineAction}>
          <RequestKey />
          <HiddenField name="noticeId" value={notice.id} />
          <SelectField
            name="entryId"
            label="说的是哪一位？"
            options={notice.entries.map((entry) => ({
              value: entry.id,
              label: `${entry.place}. ${entry.maskedName} ${entry.unit}`,
            }))}
          />
          <TextArea
            name="content"
            label="哪里不对？"
            hint="知道什么说什么，只有办事的人和局领导看得到"
            rows={4}
            maxLength={500}
          />
          <RadioField
            name="anonymous"
            label="要不要留名字？"
            options={[
              { value: "yes", label: "不留名字", hint: "办事的人看不到您是谁" },
              { value: "no", label: "留名字", hint: "有了结果好告诉您" },
            ]}
            defaultValue="yes"
          />
          <SubmitButton>说完了，交上去</SubmitButton>
        </Form>
      )}
    </MyFrame>
  );
}
