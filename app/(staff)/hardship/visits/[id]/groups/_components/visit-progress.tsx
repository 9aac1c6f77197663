import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/auth/gate";
import type { Permit } from "@/lib/auth/permit";
import { formatDay } from "@/lib/dates";
import { askFigures, type AskFigures } from "@/lib/hardship/visits/asking/queries";
import { visitProgress, type GroupProgress } from "@/lib/hardship/visits/groups/progress/queries";
import { yuan } from "@/lib/money";

/** 走访进度 of a campaign for whichever page shows it: by group, what still has to be confirmed, and the call back. */
export async function VisitProgressCard({
  permit,
  campaignId,
}: {
  permit: Permit<"hardship.view">;
  campaignId: string;
}) {
  const [progress, asked, mayAsk] = await Promise.all([
    visitProgress(permit, campaignId),
    askFigures(permit, campaignId),
    may("hardship.askReceipt"),
  ]);
  const sum = (key: "planned" | "visited" | "signed" | "notMet") =>
    progress.groups.reduce((all, group) => all + group[key], 0);

  return (
    <>
      {progress.denied > 0 && (
        <Notice tone="late" title={`有 ${progress.denied} 笔发放，登记的发放人说不是自己发的`}>
          请打开那一户核实。
        </Notice>
      )}
      <Card title="走访进度">
        <DataTable
          caption="各组走访进度"
          rows={progress.groups}
          rowId={({ id }) => id ?? "none"}
          columns={[
            { label: "组", cell: (row: GroupProgress) => row.name ?? "还没编组" },
            { label: "带队", cell: (row) => row.leader ?? "—" },
            { label: "计划日期", nowrap: true, cell: (row) => (row.plannedOn ? formatDay(row.plannedOn) : "—") },
            { label: "计划", align: "right", cell: (row) => row.planned },
            { label: "去过", align: "right", cell: (row) => row.visited },
            { label: "签领", align: "right", cell: (row) => row.signed },
            { label: "没见到", align: "right", cell: (row) => row.notMet },
            { label: "已发（元）", align: "right", cell: (row) => yuan(row.paidFen) },
          ]}
          total={[
            "合计",
            "",
            "",
            sum("planned"),
            sum("visited"),
            sum("signed"),
            sum("notMet"),
            yuan(progress.groups.reduce((all, { paidFen }) => all + paidFen, 0n)),
          ]}
          empty={<Empty title="名单上还没有户" />}
        />
        {progress.unconfirmed > 0 && (
          <p className="mt-2 text-warn">还有 {progress.unconfirmed} 位发放人没有用自己的账号确认一起发放。</p>
        )}
      </Card>
      <Card
        title="抽查回访"
        aside={
          mayAsk && <TextLink href={`/hardship/visits/${campaignId}/asking`}>打电话问（{asked.open} 户）</TextLink>
        }
      >
        <p>{askWords(asked)}</p>
        {asked.saidNot + asked.notReceived > 0 && (
          <p className="font-bold text-late">
            本人说没收到 {asked.saidNot} 户，电话里说没收到 {asked.notReceived} 户，已各开一件事去查。
          </p>
        )}
      </Card>
    </>
  );
}

function askWords(asked: AskFigures): string {
  return [
    `已签领 ${asked.signed} 户，抽到 ${asked.drawn} 户`,
    `电话问到收到了 ${asked.received} 户`,
    `联系不上 ${asked.unreached} 户`,
    `还要问 ${asked.open} 户`,
    `本人在手机上说收到了 ${asked.saidReceived} 户`,
  ].join("；");
}
