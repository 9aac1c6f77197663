import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { PaperBar, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDay, formatInstant } from "@/lib/dates";
import { groupPaper } from "@/lib/hardship/visits/groups/papers/queries";
import { standingWords } from "@/lib/hardship/visits/groups/papers/words";
import { yuan } from "@/lib/money";

export const metadata = { title: "走访路线单" };

type Props = {
  params: Promise<{ id: string; group: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** 走访路线单 of one group; with addresses only when somebody asks for them, and then the log says so. */
export default async function RouteSheetPage({ params, searchParams }: Props) {
  const permit = await authorise("hardship.recordVisit");
  const of = z.object({ id: z.uuid(), group: z.uuid() }).safeParse(await params);
  if (!of.success) notFound();
  const withAddress = (await searchParams).with === "address";
  const { campaign, group, rows } = await groupPaper(permit, {
    campaignId: of.data.id,
    groupId: of.data.group,
    withAddress,
  });

  return (
    <>
      <PaperBar backHref="/hardship/visits/mine" />
      {!withAddress && (
        <p className="no-print mb-4 text-center">
          <Button href="?with=address">带住址和电话打印（会留下记录）</Button>
        </p>
      )}
      <PaperSheet
        title="走访路线单"
        subtitle={`${campaign.name} · ${group.name} · ${group.plannedOn ? formatDay(group.plannedOn) : "日期未定"}`}
        landscape
        printed={{ at: formatInstant(permit.now), by: permit.actor.name }}
        signs={[]}
      >
        <p className="my-2">
          带队：{group.leader}　　组员：{group.members.join("、")}
          {group.route && <>　　路线：{group.route}</>}
        </p>
        <PaperTable
          columns={[
            { label: "序号", width: "narrow" },
            { label: "单位" },
            { label: "姓名" },
            { label: "住址", width: "wide" },
            { label: "电话" },
            { label: "慰问金（元）", align: "right" },
            { label: "慰问品" },
            { label: "情况" },
            { label: "记一笔", width: "wide" },
          ]}
          rows={rows.map((row) => [
            row.orderNo,
            row.unit,
            row.name,
            withAddress ? (row.address ?? "没有登记") : "",
            row.phone,
            yuan(row.amountFen),
            campaign.goods ?? "",
            standingWords(row),
            "",
          ])}
          total={[
            "合计",
            "",
            `${rows.length} 户`,
            "",
            "",
            yuan(rows.reduce((all, row) => all + row.amountFen, 0)),
            "",
            "",
            "",
          ]}
        />
        <p className="mt-3">
          现金由两个人一起交到本人手上，当面签字或按手印；没见到人写明原因。用完收回，不要留在户里。
        </p>
      </PaperSheet>
    </>
  );
}
