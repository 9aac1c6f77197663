import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { RequestKey } from "@/components/ui/request-key";
import { TextLink } from "@/components/ui/text-link";
import { authorise, permitIf } from "@/lib/auth/gate";
import { objectToAction } from "@/lib/notices/objections/actions";
import { readSheet } from "@/lib/notices/view/queries";
import { channelWords } from "@/lib/notices/words";

export const metadata = { title: "登记异议" };

export default async function ObjectPage({ params }: PageProps<"/notices/[id]/object">) {
  const permit = await authorise("notices.object");
  const view = await permitIf("notices.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success || !view) notFound();
  const notice = await readSheet(view, id.data);
  const { WORKER: _, ...channels } = channelWords;
  const isLiaison = permit.reach.kind === "units";

  return (
    <>
      <PageHead
        title="登记异议"
        sub={notice.title}
        crumbs={[
          { label: "公示", href: "/notices" },
          { label: notice.number, href: `/notices/${notice.id}` },
          { label: "登记异议" },
        ]}
      />
      {notice.state !== "RUNNING" && (
        <Notice tone="warn" title="这份公示现在不在公示期">
          不能登记异议。
        </Notice>
      )}
      <Form action={objectToAction}>
        <RequestKey />
        <HiddenField name="noticeId" value={notice.id} />
        <SelectField
          name="entryId"
          label="对名单上的哪一位"
          hint="只暂缓这一位，名单上其他人照常"
          options={notice.entries.map((entry) => ({
            value: entry.id,
            label: `${entry.place} ${entry.maskedName} ${entry.unit}`,
          }))}
        />
        <RadioField
          name="channel"
          label="怎么收到的"
          look="row"
          options={optionsOf(channels)}
          defaultValue={isLiaison ? "LIAISON" : "PHONE"}
        />
        <TextArea name="content" label="异议内容" rows={4} maxLength={500} hint="只有办理的人和局领导看得到" />
        <TextField name="objector" label="提出人" hint="不愿意留名字就空着" width="short" maxLength={30} optional />
        <TextField name="contact" label="怎么联系" width="medium" maxLength={40} optional />
        <FormActions>
          <SubmitButton>登记异议</SubmitButton>
          <TextLink href={`/notices/${notice.id}`}>不登了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
