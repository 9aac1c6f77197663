import { Card } from "@/components/ui/card";
import { CheckboxField, HiddenField, RadioField, TextField } from "@/components/ui/field";
import { FilterText, Filters } from "@/components/ui/filters";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { RequestKey } from "@/components/ui/request-key";
import type { PickedPerson } from "@/lib/people/queries";
import { relationWords } from "@/lib/reception/bookings/words";
import { arriveWalkInAction } from "@/lib/reception/queue/actions";
import type { DeskView } from "@/lib/reception/queue/desk/queries";
import { PersonTags } from "../../../_components/find-person";

const relations = optionsOf(relationWords);

/** 现场来访: found by name or 工号 and given a number with one press; nobody is sent away. */
export function WalkIn({ desk, q, people }: { desk: DeskView; q: string | undefined; people: PickedPerson[] }) {
  const here = `/reception/${desk.day.id}/desk`;
  return (
    <Card title="没有预约、直接来的">
      <div id="desk-search">
        <Filters action={here} clearHref={here}>
          <FilterText name="q" label="职工" {...(q ? { value: q } : {})} placeholder="姓名、拼音、工号" />
        </Filters>
      </div>
      {q && people.length === 0 && <p className="mb-2 text-ink-2">没有找到，可以只写姓名发号。</p>}
      <ul className="grid gap-2">
        {people.slice(0, 6).map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
            <span>
              {person.name}{" "}
              <span className="text-note text-ink-2">
                {person.unit} · {person.staffNo}
              </span>{" "}
              <PersonTags person={person} />
            </span>
            <Form action={arriveWalkInAction} look="inline">
              <RequestKey />
              <HiddenField name="dayId" value={desk.day.id} />
              <HiddenField name="personId" value={person.id} />
              <SubmitButton small label={`给${person.name}发号`}>
                发号
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <FoldedForm
        summary="家属、遗属、多人一起来，或者花名册里没有"
        open={q !== undefined && people.length === 0}
        action={arriveWalkInAction}
      >
        <RequestKey />
        <HiddenField name="dayId" value={desk.day.id} />
        <TextField name="visitorName" label="来访人姓名" {...(q ? { defaultValue: q } : {})} />
        <RadioField name="relation" label="是谁" options={relations} look="row" defaultValue="FAMILY" />
        <TextField name="phone" label="联系电话" keypad="tel" optional />
        <TextField
          name="partySize"
          label="一共几个人"
          hint="5 人以上请推选不超过 5 名代表"
          keypad="numeric"
          width="short"
          defaultValue="1"
        />
        <CheckboxField name="isGreen" label="老、弱、病、残、孕，走绿色通道" />
        <SubmitButton>发号</SubmitButton>
      </FoldedForm>
    </Card>
  );
}
