import { notFound } from "next/navigation";
import { z } from "zod";
import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant } from "@/lib/dates";
import { readSheet } from "@/lib/notices/view/queries";
import { wallColumns } from "../../_components/notice-paper";

export const metadata = { title: "公示结果" };

/** 公示结果: what became of the list. Who objected and why is on no paper. */
export default async function ResultPage({ params }: PageProps<"/notices/[id]/result">) {
  const permit = await authorise("notices.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const notice = await readSheet(permit, id.data);
  if (notice.state !== "ENDED" || !notice.publishedOn || !notice.lastDay) notFound();
  const goes = notice.entries.filter(({ state }) => state === "CLEAR" || state === "KEPT");
  const count = (wanted: string) => notice.entries.filter(({ state }) => state === wanted).length;
  const objected = notice.entries.length - count("CLEAR");
  const fates = [
    [count("KEPT"), "核实后维持"],
    [count("STRUCK"), "核实后撤销"],
    [count("OBJECTED"), "还在核实，暂缓发放"],
  ] as const;
  const words = fates.filter(([n]) => n > 0).map(([n, word]) => `${n} 人${word}`);

  return (
    <>
      <PaperBar backHref={`/notices/${notice.id}`} />
      <PaperSheet
        title={`${notice.title.replace(/公示$/, "")}公示结果`}
        printed={{ number: notice.number, at: formatInstant(permit.now), by: permit.actor.name }}
        signs={[]}
      >
        <div className="paper-poster">
          <p>
            {notice.number} 号公示于 {formatDate(notice.publishedOn)} 贴出，{formatDate(notice.lastDay)} 期满，共{" "}
            {notice.entries.length} 人。
            {objected === 0 ? "公示期内没有收到异议。" : `公示期内有 ${objected} 人被提出异议：${words.join("，")}。`}
            下列 {goes.length} 人按公示执行。
          </p>
          <PaperTable {...wallColumns(goes)} />
          <p className="text-right">区环卫局　{permit.today}</p>
        </div>
      </PaperSheet>
    </>
  );
}
