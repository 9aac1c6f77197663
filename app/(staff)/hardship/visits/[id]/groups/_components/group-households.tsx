import { Card } from "@/components/ui/card";
import { CheckboxGroup, HiddenField, SelectField } from "@/components/ui/field";
import { Form, SubmitButton } from "@/components/ui/form";
import { KeysetPager } from "@/components/ui/pager";
import { TextLink } from "@/components/ui/text-link";
import { putRowsAction } from "@/lib/hardship/visits/groups/actions";
import type { GroupsView } from "@/lib/hardship/visits/groups/queries";
import type { GroupFilter } from "@/lib/hardship/visits/groups/schema";
import { rowStateWords } from "@/lib/hardship/visits/records/words";
import { yuan } from "@/lib/money";

/** The households of the group on the screen, or those without one: ticked ones go elsewhere together. */
export function GroupHouseholds({
  view,
  filter,
  name,
}: {
  view: GroupsView;
  filter: GroupFilter;
  name: string | undefined;
}) {
  const base = `/hardship/visits/${view.campaign.id}/groups`;
  const here = name ?? "还没编组的户";
  const others = [
    ...view.groups.filter(({ id }) => id !== filter.group).map(({ id, name: label }) => ({ value: id, label })),
    ...(filter.group === "none" ? [] : [{ value: "none", label: "不编组，放回去" }]),
  ];

  return (
    <Card
      title={here}
      aside={filter.group === "none" ? undefined : <TextLink href={base}>看还没编组的户</TextLink>}
      id="households"
    >
      {view.rows.length === 0 ? (
        <p className="text-ink-3">{filter.group === "none" ? "每一户都编好组了。" : "这一组还没有户。"}</p>
      ) : (
        <Form action={putRowsAction} key={filter.group} id="put">
          <HiddenField name="campaignId" value={view.campaign.id} />
          <HiddenField name="from" value={filter.group} />
          <CheckboxGroup
            name="rows"
            label="勾选要换组的户"
            options={view.rows.map((row) => ({
              value: row.id,
              label: `${row.orderNo} ${row.name}，${row.unit}`,
              hint: `¥${yuan(row.amountFen)} · ${rowStateWords[row.state]}`,
              disabled: !view.mayForm || row.state === "signed",
            }))}
          />
          {view.mayForm && others.length > 0 && (
            <>
              <SelectField name="groupId" label="换到" options={others} />
              <SubmitButton tone="outline">换组</SubmitButton>
            </>
          )}
        </Form>
      )}
      {(view.next ?? view.hasBefore) && (
        <KeysetPager
          total="按名单顺序排"
          list={view}
          firstHref={`${base}?group=${filter.group}`}
          hrefOf={(after) => `${base}?group=${filter.group}&after=${after}`}
        />
      )}
    </Card>
  );
}
