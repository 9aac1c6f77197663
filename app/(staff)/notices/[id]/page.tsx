import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card, Columns } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { authorise, may } from "@/lib/auth/gate";
import { viewNotice } from "@/lib/notices/view/queries";
import { EntryTable } from "./_components/entry-table";
import { ObjectionCards } from "./_components/objection-cards";
import { NoticeFacts, NoticeMoves } from "./_components/side";
import { stepsOf } from "./_components/steps";

export const metadata = { title: "公示" };

export default async function NoticePage({ params }: PageProps<"/notices/[id]">) {
  const permit = await authorise("notices.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const notice = await viewNotice(permit, id.data);
  const { reach } = permit;
  const handles = reach.programmes.includes(notice.matter);
  const mayPublish =
    (reach.isLeader || reach.manages.includes(notice.matter)) && notice.draftedById !== permit.actor.accountId;

  return (
    <>
      <PageHead
        title={notice.title}
        sub={notice.number}
        crumbs={[{ label: "公示", href: "/notices" }, { label: notice.number }]}
        actions={
          <>
            {notice.state !== "VOID" && (
              <Button href={`/notices/${notice.id}/poster`} icon="print">
                打印公示
              </Button>
            )}
            {notice.state === "ENDED" && (
              <Button href={`/notices/${notice.id}/result`} icon="print">
                打印结果
              </Button>
            )}
          </>
        }
      />
      {notice.state === "VOID" && (
        <Notice tone="warn" title="这份公示已经作废">
          {notice.voidReason}
        </Notice>
      )}
      <Steps label="公示进度" items={stepsOf(notice)} />
      <Columns
        main={
          <>
            {notice.objections && (notice.objections.length > 0 || handles) && (
              <ObjectionCards
                notice={notice}
                objections={notice.objections}
                mayCheck={handles}
                maySettle={reach.isLeader}
              />
            )}
            <Card title="名单" aside={`${notice.entries.length} 人`}>
              <p className="mb-3 whitespace-pre-line">{notice.text}</p>
              <EntryTable notice={notice} />
            </Card>
          </>
        }
        side={
          <>
            <Card title="公示期">
              <NoticeFacts notice={notice} />
            </Card>
            <NoticeMoves
              notice={notice}
              mayPublish={mayPublish}
              mayVoid={reach.isLeader || (handles && notice.publishedOn === null)}
              mayObject={await may("notices.object")}
            />
          </>
        }
      />
    </>
  );
}
