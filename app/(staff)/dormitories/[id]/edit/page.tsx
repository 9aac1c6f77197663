import { notFound } from "next/navigation";
import { z } from "zod";
import { Card } from "@/components/ui/card";
import { HiddenField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { changeSiteAction, closeSiteAction, reopenSiteAction } from "@/lib/dormitories/houses/actions";
import { siteToChange } from "@/lib/dormitories/houses/queries";
import { SiteFields } from "../../_components/site-fields";

export const metadata = { title: "修改宿舍" };

export default async function ChangeSitePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.build");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const site = await siteToChange(permit, id.data);
  const which = (
    <>
      <HiddenField name="siteId" value={site.id} />
      <HiddenField name="version" value={String(site.version)} />
    </>
  );

  return (
    <>
      <PageHead
        title={`修改：${site.name}`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: site.name, href: `/dormitories/${site.id}` },
          { label: "修改" },
        ]}
        sub="改了名称或地址，住在这里的职工的住址也跟着改。"
      />
      {site.closedOn && (
        <Notice tone="warn" title={`${formatDate(site.closedOn)} 已关`}>
          <Form action={reopenSiteAction}>
            {which}
            <SubmitButton tone="outline">重新启用</SubmitButton>
          </Form>
        </Notice>
      )}
      <Form action={changeSiteAction} look="grid" id="change">
        {which}
        <SiteFields site={site} today={permit.today} />
        <FormActions>
          <SubmitButton>保存</SubmitButton>
          <TextLink href={`/dormitories/${site.id}`}>不改了，返回</TextLink>
        </FormActions>
      </Form>
      {!site.closedOn && (
        <Card title="关闭这处宿舍">
          <FoldedForm summary="不再住人了，关掉" action={closeSiteAction} id="close">
            {which}
            <TextField name="reason" label="为什么关" hint="人都搬走以后才能关；以后可以重新启用" />
            <SubmitButton tone="danger">关闭宿舍</SubmitButton>
          </FoldedForm>
        </Card>
      )}
    </>
  );
}
