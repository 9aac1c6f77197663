import { SignaturePad } from "@/components/case/signature-pad";
import { Button } from "@/components/ui/button";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { DateField, HiddenField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { FoldedForm } from "@/components/ui/folded-form";
import { SubmitButton } from "@/components/ui/form";
import { Due } from "@/components/ui/due";
import { Empty } from "@/components/ui/empty";
import { Filters, FilterSelect } from "@/components/ui/filters";
import { PageHead } from "@/components/ui/page-head";
import { KeysetPager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { yearOf } from "@/lib/dates";
import { hrefWith } from "@/lib/dormitories/list/rules";
import { RepairFilter } from "@/lib/dormitories/list/schema";
import { repairTabWords } from "@/lib/dormitories/list/words";
import { photosOf } from "@/lib/dormitories/photos/queries";
import { sitesToWish } from "@/lib/dormitories/mine/queries";
import { acceptForAction, recordRepairAction } from "@/lib/dormitories/repairs/actions";
import { listRepairs, type RepairLine } from "@/lib/dormitories/repairs/queries";
import { repairWords } from "@/lib/dormitories/words";
import { exportHref } from "@/lib/exports/rules";
import { yuan } from "@/lib/money";
import { DormitoryTabs } from "../_components/tabs";

export const metadata = { title: "宿舍维修" };

const page = "/dormitories/repairs";

export default async function RepairsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("dormitories.view");
  const filter = RepairFilter.parse(await searchParams);
  const { after: _, ...kept } = filter;
  const [list, sites, mayRecord, mayCases, mayExport] = await Promise.all([
    listRepairs(permit, filter),
    sitesToWish(permit),
    may("dormitories.repair"),
    may("cases.view"),
    may("dormitories.export"),
  ]);
  const years = Array.from({ length: 5 }, (_, i) => String(yearOf(permit.today) - i));
  const photos = await photosOf(
    permit,
    "repair_ticket",
    list.rows.map(({ id }) => id),
  );

  return (
    <>
      <PageHead
        title="宿舍维修"
        actions={
          <>
            {mayExport && <Button href={exportHref("dormitory-repairs", kept)}>导出Excel</Button>}
            <Button href={hrefWith("/dormitories/repairs/print", kept)} icon="print">
              打印台账
            </Button>
          </>
        }
        sub="断水、断电、断暖、漏气按小时算，别的按工作日算；修好以后由报修的职工验收，不能是修的人。"
      />
      <DormitoryTabs at={page} />
      <Tabs
        label="维修"
        items={(Object.keys(repairTabWords) as (keyof typeof repairTabWords)[]).map((tab) => ({
          href: hrefWith(page, { ...kept, tab }),
          label: repairTabWords[tab],
          count: list.counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <Filters action={page} clearHref={page} keep={{ tab: filter.tab }}>
        <FilterSelect name="site" label="宿舍" value={filter.site} options={sites} all="全部宿舍" />
        <FilterSelect
          name="year"
          label="哪年修好的"
          value={filter.year}
          options={years.map((year) => ({ value: year, label: `${year}年` }))}
          all="不限"
        />
      </Filters>
      <DataTable
        caption="宿舍维修"
        rows={list.rows}
        rowId={({ id }) => id}
        columns={[
          {
            label: "报修",
            cell: (row) => <Where row={row} isLink={mayCases} />,
          },
          {
            label: "坏了什么",
            cell: (row) => (
              <>
                {row.isUrgent && <Tag tone="late">紧急</Tag>} {repairWords[row.kind]}
                <Sub>{row.text}</Sub>
                {photos.get(row.id)?.map((photo) => (
                  <TextLink key={photo} href={`/attachments/${photo}`}>
                    看照片
                  </TextLink>
                ))}
              </>
            ),
          },
          { label: "到哪一步", nowrap: true, cell: (row) => row.stage },
          { label: "期限", nowrap: true, cell: (row) => <Due tone={row.isLate ? "late" : "calm"}>{row.due}</Due> },
          { label: "谁修的", cell: (row) => <Repairer row={row} mayRecord={mayRecord} today={permit.today} /> },
          { label: "验收", cell: (row) => <Acceptance row={row} mayRecord={mayRecord} /> },
          { label: "费用", align: "right", cell: (row) => (row.costFen === null ? "—" : yuan(row.costFen)) },
        ]}
        empty={<Empty title="没有这样的报修" />}
        footer={
          <KeysetPager
            total={`共 ${list.counts[filter.tab]} 件，花费合计 ${yuan(list.costFen)} 元，新的在前`}
            list={list}
            firstHref={hrefWith(page, kept)}
            hrefOf={(after) => hrefWith(page, { ...kept, after: after })}
          />
        }
      />
    </>
  );
}

/** A warden records the repair here; the matter itself is on the desk of the office. */
function Where({ row, isLink }: { row: RepairLine; isLink: boolean }) {
  const sub = `${row.number} · ${row.reportedAt}`;
  if (isLink)
    return (
      <RowLink href={`/cases/${row.caseId}`} sub={sub}>
        {row.where}
      </RowLink>
    );

  return (
    <>
      {row.where}
      <Sub>{sub}</Sub>
    </>
  );
}

function Repairer({ row, mayRecord, today }: { row: RepairLine; mayRecord: boolean; today: string }) {
  if (row.repairer)
    return (
      <>
        {row.repairer}
        <Sub>{row.doneOn ?? ""}</Sub>
      </>
    );
  if (!mayRecord) return "—";

  return (
    <FoldedForm summary="登记" action={recordRepairAction} id={`repair-${row.id}`}>
      <HiddenField name="ticketId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <TextField name="repairerNo" label="谁修的（工号）" width="short" />
      <TextField name="cost" label="费用" keypad="decimal" unit="元" width="short" defaultValue="0" />
      <DateField name="doneOn" label="哪天修好的" defaultValue={today} />
      <SubmitButton small>登记维修</SubmitButton>
    </FoldedForm>
  );
}

/** Somebody else than the repairer says that it works: on the own phone, or signed at the door. */
function Acceptance({ row, mayRecord }: { row: RepairLine; mayRecord: boolean }) {
  if (row.acceptor)
    return (
      <>
        {row.acceptor}
        <Sub>{row.acceptedAt ?? ""}</Sub>
      </>
    );
  if (!row.repairer) return "—";
  if (!mayRecord) return "等验收";

  return (
    <FoldedForm summary="登记验收" action={acceptForAction} id={`accept-${row.id}`}>
      <HiddenField name="ticketId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <TextField name="acceptorNo" label="谁验收的（工号）" width="short" />
      <SignaturePad name="drawn" label="验收人签字" />
      <FileField name="file" label="纸上签字的照片" accept="image/jpeg,image/png,image/webp" optional />
      <SubmitButton small>登记验收</SubmitButton>
    </FoldedForm>
  );
}
