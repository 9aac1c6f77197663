import { z } from "zod";
import { FindPerson } from "@/components/case/find-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { authorise } from "@/lib/auth/gate";
import { handlingUnits, openCasesOf } from "@/lib/cases/registration/queries";
import { pickedPerson, pickPeople } from "@/lib/people/queries";
import { RegisterForm } from "./_components/register-form";

export const metadata = { title: "登记一件事" };

const Query = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  person: z.uuid().optional().catch(undefined),
});

export default async function NewCasePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("cases.open");
  const { q, person: personId } = Query.parse(await searchParams);
  const person = personId ? await pickedPerson(permit, personId) : null;
  const head = <PageHead title="登记一件事" crumbs={[{ label: "待办", href: "/inbox" }, { label: "登记" }]} />;
  if (person) {
    const isLiaison = permit.reach.kind === "units";
    const [similar, units] = await Promise.all([
      openCasesOf(permit, person.id),
      isLiaison ? [] : handlingUnits(permit),
    ]);

    return (
      <>
        {head}
        <RegisterForm person={person} similar={similar} units={units} isLiaison={isLiaison} />
      </>
    );
  }
  if (personId) return <Empty title="没有找到这位职工" action={<Button href="/cases/new">重新找人</Button>} />;

  return (
    <>
      {head}
      <FindPerson page="/cases/new" q={q} people={q ? await pickPeople(permit, q) : []} />
    </>
  );
}
