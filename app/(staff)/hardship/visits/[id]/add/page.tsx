import { notFound } from "next/navigation";
import { z } from "zod";
import { ForPerson } from "@/components/case/for-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { HiddenField, SelectField, TextArea } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { nominateAction } from "@/lib/hardship/campaigns/rows/actions";
import { namedCampaign } from "@/lib/hardship/campaigns/view/queries";
import { categoryWords } from "@/lib/hardship/campaigns/words";
import { choosePerson } from "@/lib/people/choosing/queries";

export const metadata = { title: "加一户" };

const categories = optionsOf(categoryWords);

/** A household that the data do not know of, by its unit or the officer. */
export default async function AddPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const permit = await authorise("hardship.nominateVisits");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const query = await searchParams;
  const chosen = await choosePerson(permit, query);
  const campaign = await namedCampaign(permit, id.data);
  const href = `/hardship/visits/${campaign.id}`;
  const head = (
    <>
      <PageHead title="加一户" sub={campaign.name} crumbs={[{ label: campaign.name, href }, { label: "加一户" }]} />
      {query["added"] && !chosen.person && (
        <Notice tone="ok" title="已经加上了" live>
          可以接着加下一户，或者<TextLink href={href}>回到这次慰问</TextLink>。
        </Notice>
      )}
    </>
  );
  if (campaign.stage !== "SURVEY")
    return (
      <>
        {head}
        <Empty title="现在不在摸底，名单不能加" action={<Button href={href}>返回</Button>} />
      </>
    );

  return (
    <ForPerson page={`${href}/add`} head={head} chosen={chosen}>
      {(person) => (
        <Form action={nominateAction}>
          <HiddenField name="campaignId" value={campaign.id} />
          <HiddenField name="personId" value={person.id} />
          <SelectField name="category" label="人员类别" options={categories} />
          <TextArea name="reason" label="为什么慰问这一户" hint="一句话，不写病名" rows={2} maxLength={120} />
          <FormActions>
            <SubmitButton>加到名单</SubmitButton>
            <TextLink href={href}>不加了，返回</TextLink>
          </FormActions>
        </Form>
      )}
    </ForPerson>
  );
}
