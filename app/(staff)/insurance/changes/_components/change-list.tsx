import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { CheckboxGroup, DateField, TextField } from "@/components/ui/field";
import {
  Chips,
  chipsFrom,
  Filters,
  FilterUnit,
  unitChip,
  FilterDate,
  FilterSelect,
  FilterText,
} from "@/components/ui/filters";
import { Form, FormActions, SubmitButton } from "@/components/ui/form";
import { optionsOf } from "@/components/ui/option";
import { Tag } from "@/components/ui/tag";
import { formatDay, type CivilDate } from "@/lib/dates";
import { fileChangesAction } from "@/lib/insurance/changes/actions";
import type { ChangeLine } from "@/lib/insurance/changes/list/queries";
import { changesHref } from "@/lib/insurance/changes/list/rules";
import type { ChangeFilter } from "@/lib/insurance/changes/list/schema";
import { kindWords } from "@/lib/insurance/changes/list/words";
import { codeOf, isIncrease } from "@/lib/insurance/changes/rules";
import { stageWord } from "@/lib/stages";

const kinds = optionsOf(kindWords);

/** Filters of the list of forms. */
export function ChangeFilters({ filter, units }: { filter: ChangeFilter; units: { id: string; name: string }[] }) {
  const clearHref = changesHref({ tab: filter.tab });
  const words = {
    q: filter.q && `「${filter.q}」`,
    unit: unitChip(filter.unit, units),
    kind: filter.kind && kindWords[filter.kind],
    month: filter.month && filter.month,
  };

  return (
    <>
      <Filters action="/insurance/changes" clearHref={clearHref} keep={{ tab: filter.tab }}>
        <FilterText name="q" label="职工、编号、受理号" value={filter.q} placeholder="姓名、工号、编号" />
        <FilterUnit value={filter.unit} units={units} />
        <FilterSelect name="kind" label="增减" value={filter.kind} options={kinds} all="增员和减员" />
        <FilterDate name="month" label="月份" value={filter.month} type="month" />
      </Filters>
      <Chips items={chipsFrom(words, (name) => changesHref(filter, { [name]: undefined }))} clearHref={clearHref} />
    </>
  );
}

type TableProps = { rows: ChangeLine[]; empty: ReactNode; footer: ReactNode };

/** The forms, increases first. */
export function ChangeTable({ rows, empty, footer }: TableProps) {
  return (
    <DataTable
      caption="增减员表"
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          label: "职工",
          cell: (row) => (
            <RowLink href={`/insurance/changes/${row.caseId}`} sub={`${row.unit} · ${row.number}`}>
              {row.name}
            </RowLink>
          ),
        },
        {
          label: "变动",
          nowrap: true,
          cell: (row) => (
            <>
              <Tag tone={isIncrease(row.code) ? "ok" : "neutral"}>{isIncrease(row.code) ? "增" : "减"}</Tag>{" "}
              {codeOf(row.code)}
            </>
          ),
        },
        { label: "月份", nowrap: true, cell: (row) => row.month },
        { label: "办到哪一步", cell: (row) => stageWord("insurance", row.stage) },
        { label: "受理号", nowrap: true, cell: (row) => row.receiptNo ?? "—" },
        {
          label: "期限",
          nowrap: true,
          cell: (row) => (row.dueOn ? <Due tone={row.isLate ? "late" : "calm"}>{formatDay(row.dueOn)}</Due> : "—"),
        },
      ]}
      empty={empty}
      footer={footer}
    />
  );
}

/** 报送: the ticked forms go to the insurance office together, under one receipt number. */
export function FilingForm({ rows, today }: { rows: ChangeLine[]; today: CivilDate }) {
  return (
    <Card title="一起报送经办机构" id="file">
      <Form action={fileChangesAction} look="grid" id="filing">
        <CheckboxGroup
          name="picked"
          label="报送哪些表"
          options={rows.map((row) => ({
            value: `${row.caseId}|${row.version}`,
            label: `${row.name} · ${codeOf(row.code)} · ${row.month}`,
            hint: row.number,
          }))}
          defaultValue={rows.map((row) => `${row.caseId}|${row.version}`)}
        />
        <TextField name="receiptNo" label="受理号" hint="经办机构回执上的号码" width="short" />
        <DateField name="filedOn" label="报送日期" defaultValue={today} max={today} />
        <FormActions>
          <SubmitButton>报送勾选的表</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
