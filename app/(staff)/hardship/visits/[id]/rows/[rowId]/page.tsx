import { notFound } from "next/navigation";
import { z } from "zod";
import { Stack } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { checksOf } from "@/lib/hardship/visits/asking/queries";
import { viewRow } from "@/lib/hardship/visits/records/view/queries";
import { rowStateWords, rowTones } from "@/lib/hardship/visits/records/words";
import { SignMode } from "@/prisma/generated/enums";
import { RowActs } from "./_components/row-acts";
import { RowFacts } from "./_components/row-facts";
import { RowHistory } from "./_components/row-history";
import { RowStanding } from "./_components/row-standing";
import { VisitForms } from "./_components/visit-forms";

export const metadata = { title: "走访一户" };

/** One household of a campaign: on the phone in its living room, or at the desk afterwards from the paper. */
export default async function VisitRowPage({ params, searchParams }: PageProps<"/hardship/visits/[id]/rows/[rowId]">) {
  const permit = await authorise("hardship.recordVisit");
  const of = z.object({ id: z.uuid(), rowId: z.uuid() }).safeParse(await params);
  if (!of.success) notFound();
  const row = await viewRow(permit, { campaignId: of.data.id, rowId: of.data.rowId });
  const checks = await checksOf(permit, row.id);
  const mayOrganise = await may("hardship.organiseVisits");
  const mode = z
    .enum(SignMode)
    .catch("SIGNATURE")
    .parse((await searchParams).mode);

  return (
    <>
      <PageHead
        title={`${row.name}家`}
        sub={
          <>
            第 {row.orderNo} 户 · {row.unit} <Tag tone={rowTones[row.state]}>{rowStateWords[row.state]}</Tag>
          </>
        }
        crumbs={[{ label: "我的走访", href: "/hardship/visits/mine" }, { label: row.campaign.name }]}
      />
      <Stack>
        <RowStanding row={row} />
        <RowFacts row={row} />
        {row.state !== "signed" && !row.fault && <VisitForms row={row} mode={mode} permit={permit} />}
        <RowHistory row={row} checks={checks} />
        <RowActs row={row} mayOrganise={mayOrganise} today={permit.today} />
      </Stack>
    </>
  );
}
