import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Columns } from "@/components/ui/card";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { lookedAt } from "@/lib/audit/looks/queries";
import { authorise, may, permitIf } from "@/lib/auth/gate";
import { receivedBy } from "@/lib/cases/sign-offs/ledger/queries";
import { findPerson } from "@/lib/people/file/queries";
import { maySeeBirth } from "@/lib/people/file/rules";
import { personStatusWords, sexWords } from "@/lib/people/words";
import { BasicFacts, ContactFacts, HukouFacts, OtherFacts, WorkFacts } from "./_components/facts";
import { BookingList, CaseList, FamilyList, HonourList } from "./_components/lists";
import { ReceivedList } from "./_components/received";
import { PersonSide } from "./_components/side";

export const metadata: Metadata = { title: "职工档案" };

export default async function PersonPage({ params, searchParams }: PageProps<"/people/[id]">) {
  const permit = await authorise("people.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const file = await findPerson(permit, id.data);
  const mayChange = await may("people.change");
  const looks = maySeeBirth(permit.reach) ? await lookedAt(permit, { subjectId: file.id }) : [];
  const mayView = await permitIf("cases.viewSignOffs");
  const received = mayView ? await receivedBy(mayView, file.id) : [];
  const rights = {
    openCase: await may("cases.open"),
    propose: await may("people.propose"),
    reveal: await may("people.reveal"),
  };

  return (
    <>
      <PageHead title={file.name} crumbs={[{ label: "职工", href: "/people" }, { label: file.name }]} />
      {(await searchParams).note === "card" && (
        <Notice tone="warn" title="已保存，但银行卡号的校验位不对">
          请和本人的卡再核对一遍，发放前务必确认。
        </Notice>
      )}
      <IdentityBar
        name={`工号 ${file.staffNo}`}
        items={[
          file.units.join(" · "),
          [file.sex && sexWords[file.sex], file.age !== null && `${file.age} 岁`].filter(Boolean).join(" "),
          file.idNo && <span className="num">{file.idNo}</span>,
          <Tag key="status" tone={file.status === "ACTIVE" ? "ok" : "neutral"}>
            {personStatusWords[file.status]}
          </Tag>,
          file.isLeader && (
            <Tag key="leader" tone="info">
              领导
            </Tag>
          ),
          file.isGreen && (
            <Tag key="green" tone="warn">
              绿色通道
            </Tag>
          ),
        ].filter(Boolean)}
      />
      <Columns
        main={
          <>
            <CaseList file={file} />
            <ReceivedList lines={received} />
            <WorkFacts file={file} mayChange={mayChange} />
            <BasicFacts file={file} mayChange={mayChange} />
            <ContactFacts file={file} mayChange={mayChange} />
            <HukouFacts file={file} mayChange={mayChange} today={permit.today} />
            <OtherFacts file={file} mayChange={mayChange} />
            <FamilyList file={file} mayChange={mayChange} />
            <HonourList file={file} mayChange={mayChange} />
            <BookingList file={file} />
          </>
        }
        side={<PersonSide file={file} rights={rights} programmes={permit.reach.programmes} looks={looks} />}
      />
    </>
  );
}
