import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { portalName } from "@/lib/office";
import { readSheet } from "@/lib/notices/view/queries";
import { provisionalMark, wallColumns } from "../../_components/notice-paper";

export const metadata = { title: "公示" };

/** For the wall, in large type on A4 or A3: masked names, units and amounts, where and until when to object. */
export default async function PosterPage({ params, searchParams }: PageProps<"/notices/[id]/poster">) {
  const permit = await authorise("notices.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const notice = await readSheet(permit, id.data);
  const isLarge = (await searchParams).paper === "a3";
  const here = `/notices/${notice.id}/poster`;

  return (
    <>
      <PaperBar backHref={`/notices/${notice.id}`} />
      <p className="no-print mb-4 text-center">
        <Button href={isLarge ? here : `${here}?paper=a3`} size="small">
          {isLarge ? "换成 A4 纸" : "换成 A3 大字"}
        </Button>
      </p>
      <div className={isLarge ? "paper-a3" : undefined}>
        <PaperSheet
          title={notice.title}
          printed={{ number: notice.number, at: formatInstant(permit.now), by: permit.actor.name }}
          signs={[]}
        >
          <div className="paper-poster">
            <p className="whitespace-pre-line">{notice.text}</p>
            <PaperTable {...wallColumns(notice.entries)} />
            <dl className="mt-4">
              <dt>公示时间</dt>
              <dd className="reason">
                {notice.publishedOn && notice.lastDay
                  ? `${formatDate(notice.publishedOn)} 至 ${formatDate(notice.lastDay)}${provisionalMark(notice)}`
                  : "自发布之日起，次日开始满五个工作日"}
              </dd>
              <dt>有意见怎么提</dt>
              <dd className="reason">
                打电话 {notice.phone}，找本单位联络员，或者手机打开“{portalName}
                ”里的“公示”。可以不写名字，我们为您保密。
              </dd>
            </dl>
            <p className="text-right">区环卫局　{notice.publishedOn ?? "　　　年　　月　　日"}</p>
          </div>
        </PaperSheet>
      </div>
    </>
  );
}
