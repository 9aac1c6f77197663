import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { draftNoticeAction } from "@/lib/notices/actions";
import { officePhone } from "@/lib/office";
import { programmeWord } from "@/lib/programmes";

export const metadata = { title: "起草公示" };

export default async function NewNoticePage() {
  const permit = await authorise("notices.draft");
  const matters = permit.reach.programmes.map((value) => ({ value, label: programmeWord(value) }));

  return (
    <>
      <PageHead
        title="起草公示"
        sub="名单只写工号，姓名由系统隐去中间的字；身份证号、手机号、卡号、病情、住址都不能写。"
        crumbs={[{ label: "公示", href: "/notices" }, { label: "起草" }]}
      />
      <Form action={draftNoticeAction}>
        <SelectField name="matter" label="服务项目" options={matters} defaultValue={matters[0]?.value} />
        <TextField name="title" label="标题" hint="例如 2027年春节走访慰问名单公示" width="full" maxLength={60} />
        <TextArea
          name="text"
          label="说明"
          rows={4}
          maxLength={600}
          hint="公示什么、按什么办法定的"
          defaultValue="经本人申请、单位核实、局工会审核，拟对下列职工发放。现予公示，接受监督。对名单有意见的，可以在公示期内提出，可以不写名字。"
        />
        <TextField
          name="place"
          label="张贴在哪里"
          width="full"
          defaultValue="局机关一楼、各单位公示栏"
          maxLength={60}
        />
        <TextField name="phone" label="提意见的电话" hint="写单位电话" width="medium" defaultValue={officePhone()} />
        <TextArea
          name="lines"
          label="名单"
          rows={12}
          hint="一行一个人：工号 金额 备注。金额、备注可以不写；例如 50001 500 米面油一份；可以从 Excel 整列复制过来。"
        />
        <FormActions>
          <SubmitButton>存成草稿</SubmitButton>
          <TextLink href="/notices">不写了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
