import { Button } from "@/components/ui/button";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { exportHref } from "@/lib/exports/rules";
import { listFiles, seesCauses } from "@/lib/hardship/list/queries";
import { ledgerHref } from "@/lib/hardship/list/rules";
import { FileFilter } from "@/lib/hardship/list/schema";
import { tabWords } from "@/lib/hardship/list/words";
import { causeWords, levelWords, stateWords } from "@/lib/hardship/words";
import { handlingUnits } from "@/lib/cases/registration/queries";
import { FileFilters } from "./_components/file-filters";

export const metadata = { title: "困难职工档案" };

const tones = { APPLYING: "info", ON_FILE: "ok", LIFTED: "neutral", CANCELLED: "neutral", REFUSED: "neutral" } as const;

export default async function HardshipPage({ searchParams }: PageProps<"/hardship">) {
  const permit = await authorise("hardship.view");
  const filter = FileFilter.parse(await searchParams);
  const [list, units] = await Promise.all([listFiles(permit, filter), handlingUnits(permit)]);
  const { after: _, tab, ...others } = filter;
  const isFiltered = Object.values(others).some(Boolean);
  const withCause = seesCauses(permit);

  return (
    <>
      <PageHead
        title="困难职工档案"
        sub={
          <>
            一户一档，夫妻都在单位的只建一份。<TextLink href="/hardship/visits">春节走访慰问</TextLink>
          </>
        }
        actions={
          <>
            {(await may("hardship.export")) && <Button href={exportHref("hardship", filter)}>导出</Button>}
            {(await may("hardship.import")) && <Button href="/hardship/import">补录纸质台账</Button>}
            {(await may("hardship.apply")) && (
              <Button href="/hardship/new" tone="primary">
                代职工申请
              </Button>
            )}
          </>
        }
      />
      <Tabs
        label="档案"
        items={(Object.keys(tabWords) as FileFilter["tab"][]).map((one) => ({
          href: ledgerHref({ tab: one }),
          label: tabWords[one],
          count: list.counts[one],
          current: one === tab,
        }))}
      />
      <FileFilters filter={filter} units={units} withCause={withCause} />
      <DataTable
        caption="困难职工档案"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "户主",
            cell: (row) =>
              row.mayOpen ? (
                <RowLink href={`/hardship/${row.id}`} sub={row.number}>
                  {row.name}
                </RowLink>
              ) : (
                `${row.name} ${row.number}`
              ),
          },
          { label: "单位", cell: (row) => row.unit },
          { label: "状态", nowrap: true, cell: (row) => <Tag tone={tones[row.state]}>{stateWords[row.state]}</Tag> },
          { label: "办到哪一步", cell: (row) => row.stage ?? "—" },
          { label: "等级", nowrap: true, cell: (row) => (row.level ? levelWords[row.level] : "—") },
          ...(withCause
            ? [
                {
                  label: "主要原因",
                  cell: (row: (typeof list.rows)[number]) => (row.cause ? causeWords[row.cause] : "—"),
                },
              ]
            : []),
          {
            label: "下次复核",
            nowrap: true,
            cell: (row) =>
              row.reviewDueOn ? (
                <Due tone={row.isReviewLate ? "late" : "calm"}>{formatDate(row.reviewDueOn)}</Due>
              ) : (
                "—"
              ),
          },
        ]}
        empty={
          isFiltered ? (
            <Empty
              picture="search"
              title="没有符合条件的档案"
              action={<Button href={ledgerHref({ tab })}>清空筛选</Button>}
            />
          ) : (
            <Empty title={tab === "review" ? "没有待复核的档案" : "还没有这样的档案"} />
          )
        }
        footer={
          <KeysetPager
            total={`共 ${list.total} 户，新建的在前`}
            list={list}
            firstHref={ledgerHref(filter)}
            hrefOf={(after) => ledgerHref(filter, { after: after })}
          />
        }
      />
    </>
  );
}
