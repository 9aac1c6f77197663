import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card, Columns } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { DateField, HiddenField, RadioField, TextArea } from "@/components/ui/field";
import { Facts } from "@/components/ui/facts";
import { Form, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { authorise, may } from "@/lib/auth/gate";
import { formatDate } from "@/lib/dates";
import { decideLetterAction, sendLetterAction } from "@/lib/schooling/letters/actions";
import { viewLetter, type LetterView } from "@/lib/schooling/letters/queries";
import { letterStateWords } from "@/lib/schooling/words";

export const metadata = { title: "协调函" };

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("schooling.totals");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const letter = await viewLetter(permit, id.data);
  const mayDecide = (await may("schooling.approveLetter")) && letter.state === "WAITING" && !letter.isDrafter;

  return (
    <>
      <PageHead
        title={`协调函 ${letter.number}`}
        sub={`${letter.intakeYear} 年度，${letter.entries.length} 个孩子`}
        crumbs={[{ label: "总数和协调函", href: "/schooling/totals" }, { label: letter.number }]}
        actions={
          letter.isOfficer && (
            <Button href={`/schooling/letters/${letter.id}/paper`} icon="print">
              打印协调函和名单
            </Button>
          )
        }
      />
      <Columns
        main={
          <Card title="函里的孩子">
            <DataTable
              caption="函里的孩子"
              rows={letter.entries}
              rowId={({ caseId }) => caseId}
              columns={[
                {
                  label: "家长",
                  cell: (row) =>
                    letter.isOfficer ? (
                      <RowLink href={`/schooling/${row.caseId}`} sub={row.number}>
                        {row.parent}
                      </RowLink>
                    ) : (
                      `${row.parent} ${row.number}`
                    ),
                },
                { label: "单位", cell: (row) => row.unit },
                { label: "上几年级", cell: (row) => row.schoolStage },
                {
                  label: "居住",
                  cell: (row) => (
                    <>
                      {row.dwelling} {row.needsCoordination && <Tag tone="warn">需协调</Tag>}
                    </>
                  ),
                },
                { label: "办到哪一步", nowrap: true, cell: (row) => row.stage },
              ]}
            />
            <p className="mt-3 text-note text-ink-2">孩子的姓名只在教育专员打印的名单上有。</p>
          </Card>
        }
        side={<Side letter={letter} mayDecide={mayDecide} today={permit.today} />}
      />
    </>
  );
}

function Side({ letter, mayDecide, today }: { letter: LetterView; mayDecide: boolean; today: string }) {
  const which = (
    <>
      <HiddenField name="letterId" value={letter.id} />
      <HiddenField name="version" value={String(letter.version)} />
    </>
  );

  return (
    <Card title={letterStateWords[letter.state]} tone="next" id="next">
      <Facts
        items={[
          { label: "起草", value: `${letter.draftedBy}，${letter.draftedAt}` },
          letter.decidedBy ? { label: "领导", value: `${letter.decidedBy}，${letter.decidedAt ?? ""}` } : null,
          letter.opinion ? { label: "意见", value: letter.opinion } : null,
          letter.sentOn ? { label: "送出", value: formatDate(letter.sentOn) } : null,
        ]}
      />
      {mayDecide && (
        <Form action={decideLetterAction} id="decide">
          {which}
          <RadioField
            name="decision"
            label="批不批"
            options={[
              { value: "APPROVED", label: "同意" },
              { value: "RETURNED", label: "退回" },
            ]}
            look="row"
          />
          <TextArea name="opinion" label="意见" rows={2} />
          <SubmitButton wide>登记意见</SubmitButton>
        </Form>
      )}
      {letter.isOfficer && letter.state === "APPROVED" && (
        <Form action={sendLetterAction} id="send">
          {which}
          <DateField name="sentOn" label="哪天送出的" defaultValue={today} max={today} />
          <SubmitButton wide>已经送到教育局</SubmitButton>
        </Form>
      )}
    </Card>
  );
}
