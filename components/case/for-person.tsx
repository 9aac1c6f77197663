import type { ReactNode } from "react";
import { FindPerson } from "@/components/case/find-person";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { IdentityBar } from "@/components/ui/identity-bar";
import { TextLink } from "@/components/ui/text-link";
import type { Chosen } from "@/lib/people/choosing/queries";
import type { PickedPerson } from "@/lib/people/queries";

/** First whose matter it is, by search; then, under the name, what is to be filled in for this person. */
export function ForPerson({
  page,
  head,
  chosen: { q, people, person, isLost },
  children,
}: {
  page: string;
  head: ReactNode;
  chosen: Chosen;
  children: (person: PickedPerson) => ReactNode;
}) {
  if (isLost) return <Empty title="没有找到这位职工" action={<Button href={page}>重新找人</Button>} />;

  return (
    <>
      {head}
      {person ? (
        <>
          <IdentityBar
            name={person.name}
            items={[person.unit, `工号 ${person.staffNo}`]}
            action={<TextLink href={page}>换一个人</TextLink>}
          />
          {children(person)}
        </>
      ) : (
        <FindPerson page={page} q={q} people={people} />
      )}
    </>
  );
}
