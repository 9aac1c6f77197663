import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise } from "@/lib/auth/gate";
import { formatInstant } from "@/lib/dates";
import { readProposal } from "@/lib/people/proposals/queries";
import { proposalKindWords, proposalStateWords } from "@/lib/people/proposals/words";
import { listOpenUnits } from "@/lib/people/units/queries";
import { placeOf } from "@/lib/people/units/rules";
import { ProposalContent } from "../_components/content";
import { Decision } from "../_components/decision";

export const metadata: Metadata = { title: "职工变动申报" };

export default async function ProposalPage({ params }: PageProps<"/people/proposals/[id]">) {
  const permit = await authorise("people.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const proposal = await readProposal(permit, id.data);
  const units = await listOpenUnits(permit);
  const unitName = (unitId: string) => {
    const { top, below } = placeOf(units, unitId);

    return [top, below].filter(Boolean).join(" · ") || "其他单位";
  };

  return (
    <>
      <PageHead
        title={proposal.summary}
        sub={
          <>
            {proposalKindWords[proposal.kind]} · {formatInstant(proposal.createdAt)} 申报{" "}
            <Tag tone={proposal.state === "PENDING" ? "warn" : "neutral"}>{proposalStateWords[proposal.state]}</Tag>
          </>
        }
        crumbs={[{ label: "职工变动", href: "/people/proposals" }, { label: proposalKindWords[proposal.kind] }]}
      />
      <Columns
        main={
          <Card
            title="申报内容"
            aside={proposal.personId && <TextLink href={`/people/${proposal.personId}`}>打开档案</TextLink>}
          >
            <ProposalContent proposal={proposal} unitName={unitName} />
          </Card>
        }
        side={<Decision proposal={proposal} />}
      />
    </>
  );
}
