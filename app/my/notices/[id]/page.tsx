import { notFound } from "next/navigation";
import { z } from "zod";
import { DataTable } from "@/components/ui/data-table";
import { Stack } from "@/components/ui/card";
import { BigButton, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { spokenDate } from "@/lib/dates";
import { yuan } from "@/lib/money";
import { readSheet, type EntryLine } from "@/lib/notices/view/queries";
import { MyFrame } from "../../frame";

export const metadata = { title: "公示" };

export default async function MyNoticePage({ params, searchParams }: PageProps<"/my/notices/[id]">) {
  const permit = await authorise("my.notices");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const notice = await readSheet(permit, id.data);
  const isRunning = notice.state === "RUNNING";
  const until = notice.lastDay ? spokenDate(notice.lastDay, permit.today) : "";
  const isSaid = (await searchParams).said === "1";

  return (
    <MyFrame back="/my/notices">
      <WorkerHead title={notice.title} />
      <Stack>
        {isSaid && (
          <Says tone="ok" title="记下了">
            有人会去核实。没弄清楚以前，这一位先不发。
          </Says>
        )}
        {isRunning && !isSaid && (
          <Says tone="info" title={`有意见说到${until}为止${notice.isProvisional ? "（暂定）" : ""}`}>
            可以不写名字。
          </Says>
        )}
        {!isRunning && <Says>这份公示已经结束。还有话说，打下面的电话。</Says>}
        {isRunning && (
          <BigButton href={`/my/notices/${notice.id}/object`} tone="primary" icon="talk">
            我有意见
          </BigButton>
        )}
        <p className="whitespace-pre-line">{notice.text}</p>
        <DataTable
          caption="公示名单"
          rows={notice.entries}
          rowId={({ id: entryId }) => entryId}
          columns={[
            { label: "姓名", cell: (entry) => `${entry.place}. ${entry.maskedName}` },
            { label: "单位", cell: (entry) => entry.unit },
            ...(notice.entries.some(({ amountFen }) => amountFen !== null)
              ? [{ label: "多少钱", cell: amountOf }]
              : []),
            ...(notice.entries.some(({ note }) => note) ? [{ label: "备注", cell: noteOf }] : []),
          ]}
        />
      </Stack>
    </MyFrame>
  );
}

const amountOf = ({ amountFen }: EntryLine) => (amountFen === null ? "—" : `${yuan(amountFen)} 元`);
const noteOf = ({ note }: EntryLine) => note ?? "—";
