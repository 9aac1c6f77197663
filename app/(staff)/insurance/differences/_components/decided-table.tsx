import type { ReactNode } from "react";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/lib/dates";
import type { DecidedLine } from "@/lib/insurance/differences/decided/queries";
import { differencesHref, formHref } from "@/lib/insurance/differences/rules";
import type { DifferenceFilter } from "@/lib/insurance/differences/schema";
import { kindWords, resolutionWords } from "@/lib/insurance/differences/words";

type Props = {
  rows: readonly DecidedLine[];
  filter: DifferenceFilter;
  mayDecide: boolean;
  empty: ReactNode;
  footer: ReactNode;
};

/** What was decided, with what both sides said on that day; a form that is still to be made can be made from here. */
export function DecidedTable({ rows, filter, mayDecide, empty, footer }: Props) {
  return (
    <DataTable
      caption="处理完的差异"
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          label: "职工",
          cell: ({ personId, name, unit }) =>
            personId ? (
              <RowLink href={`/insurance/people/${personId}`} sub={unit ?? undefined}>
                {name}
              </RowLink>
            ) : (
              <>
                <strong className="font-medium">{name}</strong>
                <Sub>花名册里没有</Sub>
              </>
            ),
        },
        { label: "差异", cell: ({ kind }) => kindWords[kind] },
        { label: "当时这边", cell: ({ ours }) => ours },
        { label: "当时那边", cell: ({ theirs }) => theirs },
        {
          label: "怎么定的",
          cell: ({ resolution, note, by, on }) => (
            <>
              <strong className="font-medium">{resolutionWords[resolution]}</strong>：{note}
              <Sub>{`${by} ${formatDate(on)}`}</Sub>
            </>
          ),
        },
        {
          label: "下一步",
          hideLabel: true,
          nowrap: true,
          cell: ({ key, personId, needsForm }) => {
            if (!mayDecide) return needsForm ? "等填增减员表" : "";
            if (needsForm && personId) return <TextLink href={formHref(personId)}>填增减员表</TextLink>;

            return <TextLink href={differencesHref(filter, { pick: key })}>重新处理</TextLink>;
          },
        },
      ]}
      empty={empty}
      footer={footer}
    />
  );
}
