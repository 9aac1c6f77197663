import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Stack } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { authorise } from "@/lib/auth/gate";
import { toAsk } from "@/lib/hardship/visits/asking/queries";
import { AskFilter } from "@/lib/hardship/visits/asking/schema";
import { AskCard } from "./_components/ask-card";

export const metadata = { title: "抽查回访" };

/** Who is to be rung up: by somebody who neither gave, went along nor wrote it down. */
export default async function AskingPage({ params, searchParams }: PageProps<"/hardship/visits/[id]/asking">) {
  const permit = await authorise("hardship.askReceipt");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const filter = AskFilter.parse(await searchParams);
  const list = await toAsk(permit, id.data, filter);
  const address = `/hardship/visits/${id.data}/asking`;

  return (
    <>
      <PageHead
        title="抽查回访"
        sub={`${list.campaign.name}：您可以打电话问的 ${list.total} 户。自己去走访、自己登记的不在这里，由别人问。`}
        crumbs={[
          { label: "春节走访慰问", href: "/hardship/visits" },
          { label: list.campaign.name, href: `/hardship/visits/${id.data}` },
          { label: "抽查回访" },
        ]}
      />
      <Stack>
        {list.rows.map((row) => (
          <AskCard key={row.rowId} row={row} campaignId={id.data} />
        ))}
        {list.rows.length === 0 && (
          <Card>
            <Empty title="没有要您打电话问的户">签领以后才抽查；本人说没收到的，一定在这里。</Empty>
          </Card>
        )}
      </Stack>
      {list.rows.length > 0 && (
        <KeysetPager
          total={`共 ${list.total} 户，本人说没收到的在前`}
          list={list}
          firstHref={address}
          hrefOf={(after) => `${address}?after=${after}`}
        />
      )}
    </>
  );
}
