import type { Metadata } from "next";
import { z } from "zod";
import { Answers } from "@/components/ui/answers";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import type { Permit } from "@/lib/auth/permit";
import { maskIdNo } from "@/lib/masks";
import { readNewcomer } from "@/lib/people/proposals/queries";
import { compareIdentity, openDraft } from "@/lib/people/records/queries";
import { listOpenUnits } from "@/lib/people/units/queries";
import { placeOf } from "@/lib/people/units/rules";
import { DetailsForm } from "../_components/details-form";
import { Duplicates } from "../_components/duplicates";

export const metadata: Metadata = { title: "新建职工" };

const Asked = z.object({
  draft: z.string().optional().catch(undefined),
  proposal: z.uuid().optional().catch(undefined),
});

export default async function DetailsPage({ searchParams }: PageProps<"/people/new/details">) {
  const permit = await authorise("people.create");
  const { draft: sealed, proposal } = Asked.parse(await searchParams);
  const draft = openDraft(permit, sealed);
  const head = (
    <PageHead
      title="新建职工"
      sub="第二步：核对查重结果，填写工作和户籍"
      crumbs={[{ label: "职工", href: "/people" }, { label: "查重", href: "/people/new" }, { label: "填写" }]}
    />
  );
  if (!draft || !sealed) {
    return (
      <>
        {head}
        <Notice tone="warn" title="第一步填写的信息已过期" actions={<Button href="/people/new">回到第一步</Button>} />
      </>
    );
  }
  const [found, units] = await Promise.all([compareIdentity(permit, draft.identity), listOpenUnits(permit)]);
  const isCertain = found.some(({ likeness }) => likeness.includes("idNo"));
  const { name, idNo, unitId, mobile } = draft.identity;
  const place = placeOf(units, unitId);
  const values = {
    rankLevel: "NONE",
    politicalStatus: "MASSES",
    ...(proposal ? await proposed(permit, proposal) : {}),
  };

  return (
    <>
      {head}
      <Card title="第一步填写的">
        <Answers
          items={[
            { label: "姓名", value: name, changeHref: "/people/new" },
            { label: "证件号码", value: maskIdNo(idNo) },
            { label: "单位", value: [place.top, place.below].filter(Boolean).join(" · ") },
            { label: "手机号", value: mobile ?? "没有" },
          ]}
        />
      </Card>
      <div className="mt-4">
        <Duplicates found={found} isCertain={isCertain} />
      </div>
      {!isCertain && <DetailsForm draft={draft} sealed={sealed} found={found} proposalId={proposal} values={values} />}
    </>
  );
}

/** What the liaison filled in for the second step. Named one by one: the form is sent to the browser, the number is not. */
async function proposed(permit: Permit<"people.create">, proposalId: string) {
  const { postType, employmentType, agencyName, hireDate, hukouScope, hukouType, mobileOwner } = await readNewcomer(
    permit,
    proposalId,
  );

  return { postType, employmentType, agencyName, hireDate, hukouScope, hukouType, mobileOwner };
}
