import { notFound } from "next/navigation";
import { z } from "zod";
import { HiddenField } from "@/components/ui/field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { buildRoomAction } from "@/lib/dormitories/houses/actions";
import { siteToChange } from "@/lib/dormitories/houses/queries";
import { BedFields, RoomFields } from "../../../_components/room-fields";

export const metadata = { title: "登记房间" };

export default async function BuildRoomPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.build");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const site = await siteToChange(permit, id.data);

  return (
    <>
      <PageHead
        title={`登记房间：${site.name}`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: site.name, href: `/dormitories/${site.id}` },
          { label: "登记房间" },
        ]}
      />
      <Form action={buildRoomAction} look="grid">
        <HiddenField name="siteId" value={site.id} />
        <RoomFields />
        <BedFields />
        <FormActions>
          <SubmitButton>保存房间和床</SubmitButton>
          <TextLink href={`/dormitories/${site.id}`}>不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
