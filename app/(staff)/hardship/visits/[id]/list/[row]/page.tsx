import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { rowsHref } from "@/lib/hardship/campaigns/list/rules";
import { viewPlace } from "@/lib/hardship/campaigns/place/queries";
import { categoryWords } from "@/lib/hardship/campaigns/words";
import { yuan } from "@/lib/money";
import { PlaceForms } from "./_components/place-forms";

export const metadata = { title: "为什么在名单上" };

/** One household: why it is on the list, its place with the six keys, and what may be done about it. */
export default async function PlacePage({ params }: { params: Promise<{ id: string; row: string }> }) {
  const permit = await authorise("hardship.view");
  const asked = z.object({ id: z.uuid(), row: z.uuid() }).safeParse(await params);
  if (!asked.success) notFound();
  const view = await viewPlace(permit, asked.data.id, asked.data.row);
  const { row, campaign, name, keys } = view;
  const isOfficer = permit.reach.programmes.includes("hardship");

  return (
    <>
      <PageHead
        title={`${name}家`}
        crumbs={[
          { label: campaign.name, href: `/hardship/visits/${campaign.id}` },
          { label: "名单", href: rowsHref(campaign.id, {}) },
          { label: name },
        ]}
      />
      <IdentityBar
        name={name}
        items={[view.unit, view.staffNo && `工号 ${view.staffNo}`, categoryWords[row.category]].filter(Boolean)}
      />
      <Columns
        main={
          <>
            <Card title="为什么在名单上">
              <p>{row.reason}</p>
              {row.fileId && isOfficer && (
                <p className="mt-2">
                  <TextLink href={`/hardship/${row.fileId}`}>打开困难职工档案</TextLink>
                </p>
              )}
              {row.offAskedReason && <p className="mt-2 text-warn">{`单位建议移出：${row.offAskedReason}`}</p>}
              {row.takenOffReason && <p className="mt-2 text-warn">{`已移出：${row.takenOffReason}`}</p>}
            </Card>
            {keys.length > 0 && (
              <Card title="为什么排在这里">
                {view.sentences.map((sentence) => (
                  <p key={sentence} className="mb-2">
                    {sentence}
                  </p>
                ))}
                <Facts items={keys} columns={2} />
              </Card>
            )}
            <Card title="慰问金">
              <p>{`${yuan(row.amountFen)} 元${campaign.goods ? `，另有${campaign.goods}` : ""}`}</p>
              {row.signOffId && (
                <p className="mt-2">
                  <TextLink href={`/sign-offs/${row.signOffId}`}>看签领</TextLink>
                </p>
              )}
            </Card>
          </>
        }
        side={<PlaceForms view={view} permit={permit} />}
      />
    </>
  );
}
