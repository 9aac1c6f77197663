import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { buildSiteAction } from "@/lib/dormitories/houses/actions";
import { SiteFields } from "../_components/site-fields";

export const metadata = { title: "登记新宿舍" };

export default async function BuildSitePage() {
  const permit = await authorise("dormitories.build");

  return (
    <>
      <PageHead
        title="登记新宿舍"
        crumbs={[{ label: "职工宿舍", href: "/dormitories" }, { label: "登记新宿舍" }]}
        sub="先登记宿舍，再一间一间登记房间和床。"
      />
      <Form action={buildSiteAction} look="grid">
        <SiteFields today={permit.today} />
        <FormActions>
          <SubmitButton>保存，接着登记房间</SubmitButton>
          <TextLink href="/dormitories">不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
