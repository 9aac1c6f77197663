import { z } from "zod";
import { FindPerson } from "@/components/case/find-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { pickedPerson, pickPeople } from "@/lib/people/queries";
import { schemes } from "@/lib/insurance/rules";
import { draftOptions } from "@/lib/insurance/changes/view/options/queries";
import { DraftForm } from "./_components/draft-form";

export const metadata = { title: "填增减员表" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
  /** from a difference with the insurance office: which schemes come or go */
  schemes: z
    .string()
    .transform((text) => schemes.filter((one) => text.split(",").includes(one)))
    .optional()
    .catch(undefined),
  way: z.enum(["in", "out"]).optional().catch(undefined),
});

/** 增员 or 减员 for one person: the portal proposes schemes and month, the rule refuses what the office would refuse. */
export default async function NewChangePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("insurance.draft");
  const { q, person: personId, schemes: wanted, way } = Query.parse(await searchParams);
  const person = personId ? await pickedPerson(permit, personId) : null;
  const head = (
    <PageHead
      title="填增减员表"
      crumbs={[
        { label: "社会保险", href: "/insurance" },
        { label: "增减员", href: "/insurance/changes" },
        { label: "填表" },
      ]}
    />
  );
  if (personId && !person)
    return <Empty title="没有找到这位职工" action={<Button href="/insurance/changes/new">重新找人</Button>} />;
  if (!person)
    return (
      <>
        {head}
        <FindPerson page="/insurance/changes/new" q={q} people={q ? await pickPeople(permit, q) : []} />
      </>
    );

  return (
    <>
      {head}
      <DraftForm
        person={person}
        options={await draftOptions(permit, person.id)}
        wanted={wanted && way ? { schemes: wanted, isIncrease: way === "in" } : null}
      />
    </>
  );
}
