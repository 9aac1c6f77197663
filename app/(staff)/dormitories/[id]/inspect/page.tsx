import { notFound } from "next/navigation";
import { z } from "zod";
import {
  CheckboxField,
  DateField,
  FieldGroup,
  HiddenField,
  SelectField,
  TextArea,
  TextField,
} from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { inspectsAll } from "@/lib/dormitories/reach/queries";
import { siteToInspect } from "@/lib/dormitories/rating/queries";
import { inspectAction } from "@/lib/dormitories/rating/actions";
import { sheetItems } from "@/lib/dormitories/rating/rules";
import { inspectionWords, vetoWords } from "@/lib/dormitories/rating/words";

export const metadata = { title: "登记宿舍检查" };

const photoAccept = "image/jpeg,image/png,image/webp";
const groups = [...new Set(sheetItems.map(({ group }) => group))];

/** The 100-point sheet of one inspector; every item starts at its full points, what is missing is taken off. */
export default async function InspectPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.inspect");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const { site, contest } = await siteToInspect(permit, id.data);

  return (
    <>
      <PageHead
        title={`检查：${site.name}`}
        crumbs={[
          { label: "职工宿舍", href: "/dormitories" },
          { label: site.name, href: `/dormitories/${site.id}` },
          { label: "检查" },
        ]}
        sub="满分 100 分，哪一项不好就减哪一项。每位检查人各填一份。"
      />
      <Form action={inspectAction} look="grid">
        <HiddenField name="siteId" value={site.id} />
        {contest && (
          <SelectField
            name="entryId"
            label="算不算评星"
            options={[{ value: contest.entryId, label: `算 ${contest.year} 年评星的检查` }]}
            blank="不算，平时检查"
            optional
          />
        )}
        <SelectField
          name="kind"
          label="哪种检查"
          options={optionsOf(inspectsAll(permit) ? inspectionWords : { WEEKLY: inspectionWords.WEEKLY })}
          defaultValue="WEEKLY"
        />
        <DateField name="inspectedOn" label="哪天检查的" defaultValue={permit.today} max={permit.today} />
        <TextField name="inspectorNo" label="检查人的工号" width="short" defaultValue={permit.actor.loginName} />
        {groups.map((group) => (
          <FieldGroup key={group} title={group}>
            {sheetItems
              .filter((item) => item.group === group)
              .map(({ code, name, max }) => (
                <TextField
                  key={code}
                  name={`points.${code}`}
                  label={name}
                  unit={`分，满分 ${max}`}
                  keypad="numeric"
                  width="short"
                  defaultValue={String(max)}
                />
              ))}
          </FieldGroup>
        ))}
        <SelectField
          name="veto"
          label="一票否决"
          hint="有一样就没有星"
          options={optionsOf(vetoWords)}
          blank="没有"
          optional
        />
        <TextArea name="note" label="看到的情况" rows={3} maxLength={300} optional />
        <FieldGroup title="照片" hint="最好的一间和最差的一间各拍一张。">
          <TextField name="bestRoom" label="最好的是哪一间" width="short" maxLength={20} optional />
          <FileField name="bestPhoto" label="最好一间的照片" accept={photoAccept} optional />
          <TextField name="worstRoom" label="最差的是哪一间" width="short" maxLength={20} optional />
          <FileField name="worstPhoto" label="最差一间的照片" accept={photoAccept} optional />
          <CheckboxField name="hasConsent" label="照片里没有人，或者拍到的人同意" />
        </FieldGroup>
        <FormActions>
          <SubmitButton>保存检查</SubmitButton>
          <TextLink href={`/dormitories/${site.id}`}>不填了，返回</TextLink>
        </FormActions>
      </Form>
    </>
  );
}
