import { Stack } from "@/components/ui/card";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { listParameters, type ParameterLine } from "@/lib/parameters/queries";
import { groups, type ParameterGroup } from "@/lib/parameters/rules";

export const metadata = { title: "参数" };

export default async function ParametersPage() {
  const permit = await authorise("parameters.view");
  const [lines, mayChange] = await Promise.all([listParameters(permit), may("parameters.change")]);

  return (
    <>
      <PageHead
        title="参数"
        sub={mayChange ? "点名称改数；旧的数留在经过里，不会丢" : "由系统管理员修改；每一次修改都留有经过"}
      />
      <Stack gap="wide">
        {(Object.keys(groups) as ParameterGroup[]).map((group) => (
          <section key={group}>
            <h2 className="mb-2 text-head">{groups[group]}</h2>
            <ParameterTable caption={groups[group]} lines={lines.filter((line) => line.group === group)} />
          </section>
        ))}
      </Stack>
    </>
  );
}

function ParameterTable({ caption, lines }: { caption: string; lines: ParameterLine[] }) {
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowId={({ key }) => key}
      columns={[
        { label: "名称", cell: ({ key, name }) => <RowLink href={`/parameters/${key}`}>{name}</RowLink> },
        {
          label: "现行",
          cell: ({ value, isUnverified }) => (
            <>
              {value} {isUnverified && <Tag tone="warn">未核实</Tag>}
            </>
          ),
        },
        { label: "从哪天起", nowrap: true, cell: ({ since }) => (since ? formatDate(since) : "系统默认") },
        {
          label: "以后",
          cell: ({ next }) =>
            next && (
              <>
                {next.value}
                <Sub>{formatDate(next.validFrom)}起</Sub>
              </>
            ),
        },
      ]}
    />
  );
}
