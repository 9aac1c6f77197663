import { notFound } from "next/navigation";
import { z } from "zod";
import { Timeline } from "@/components/ui/timeline";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myCase } from "@/lib/cases/mine/queries";
import { MyFrame } from "../../frame";
import { MyMoves } from "./_components/my-moves";

export const metadata = { title: "我的事" };

export default async function MyCasePage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("my.cases");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const mine = await myCase(permit, id.data);

  return (
    <MyFrame back="/my/cases">
      <WorkerHead title={mine.title} lead={mine.says} />
      {mine.dueSpoken && (
        <Says tone="info" title={`${mine.dueSpoken}以前答复您`}>
          {mine.handlerUnit ? `${mine.handlerUnit}在办。` : "到时候没有人找您，就打下面的电话。"}
        </Says>
      )}
      {mine.waitingNote && (
        <Says tone="warn" title={mine.short}>
          {mine.waitingNote}
        </Says>
      )}
      {mine.answer && (
        <Says tone="ok" title="答复">
          {mine.answer}
        </Says>
      )}
      <MyMoves mine={mine} />
      <h2 className="mt-6 mb-2 text-head">经过</h2>
      <Timeline
        items={mine.events.map(({ id: eventId, when, what, note }) => ({
          id: eventId,
          at: when,
          title: what,
          body: note,
        }))}
      />
      <details className="mt-4">
        <summary>我当时说的</summary>
        <p className="mt-2 whitespace-pre-line">{mine.content}</p>
        <p className="mt-2 text-note text-ink-2">编号 {mine.number}</p>
      </details>
    </MyFrame>
  );
}
