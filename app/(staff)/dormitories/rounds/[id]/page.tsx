import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { DataTable, RowLink } from "@/components/ui/data-table";
import { HiddenField, SelectField, TextArea } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDay, formatInstant } from "@/lib/dates";
import {
  agreeRoundAction,
  askDeviationAction,
  decideDeviationAction,
  submitRoundAction,
  voidRoundAction,
} from "@/lib/dormitories/allotment/rounds/actions";
import { viewRound, type RoundView } from "@/lib/dormitories/allotment/rounds/queries";
import { roundWords } from "@/lib/dormitories/words";

export const metadata = { title: "床位批次" };

export default async function RoundPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.line");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const [view, mayAllot, mayApprove] = await Promise.all([
    viewRound(permit, id.data),
    may("dormitories.allot"),
    may("dormitories.approve"),
  ]);
  const rights = { mayAllot, mayApprove, mayAgree: permit.reach.manages.includes("dormitories") };

  return (
    <>
      <PageHead
        title={`批次：${view.round.name}`}
        crumbs={[{ label: "批次分配", href: "/dormitories/rounds" }, { label: view.round.name }]}
        sub={`名次和比较项固定在 ${formatInstant(view.round.frozenAt)}，以后花名册改了也不变。`}
      />
      <Columns main={<Order view={view} />} side={<RoundSide view={view} rights={rights} />} />
    </>
  );
}

function Order({ view }: { view: RoundView }) {
  return (
    <DataTable
      caption="名次"
      rows={view.entries}
      rowId={({ id }) => id}
      columns={[
        { label: "名次", align: "right", cell: (row) => row.place },
        {
          label: "职工",
          cell: (row) => (
            <RowLink href={`/dormitories/cases/${row.caseId}`} sub={row.unit}>
              {row.name}
            </RowLink>
          ),
        },
        { label: "六个比较项", cell: (row) => row.keys.join(" · ") },
        { label: "床位", cell: (row) => row.bed ?? "没有分到，继续排队" },
        { label: "现在", nowrap: true, cell: (row) => row.stage },
      ]}
    />
  );
}

type Rights = { mayAllot: boolean; mayApprove: boolean; mayAgree: boolean };

function RoundSide({ view, rights }: { view: RoundView; rights: Rights }) {
  const { round, notice } = view;
  const nameOf = (entryId: string) => view.entries.find(({ id }) => id === entryId)?.name ?? "别的单位的职工";
  const bedOf = (bedId: string) => view.entries.find((one) => one.bedId === bedId)?.bed ?? "原来的床";

  return (
    <>
      <Card title={`下一步 · ${roundWords[round.state]}`} tone="next" id="next">
        {notice && (
          <p className="mb-3">
            <TextLink href={`/notices/${notice.id}`}>{`公示 ${notice.number}`}</TextLink>
            {notice.lastDay ? `，到 ${formatDay(notice.lastDay)} 止` : "，还没有发布"}
          </p>
        )}
        <RoundForms view={view} rights={rights} />
      </Card>
      {round.deviations.length > 0 && (
        <Card title="不按名次的调整">
          {round.deviations.map((one) => (
            <div key={one.id} className="mb-3">
              <p>
                {`${bedOf(one.bedId)}给${nameOf(one.entryId)}。理由：${one.reason} `}
                <Tag tone={one.state === "APPROVED" ? "ok" : "warn"}>
                  {{ ASKED: "等领导批", APPROVED: "领导同意", REFUSED: "领导不同意" }[one.state]}
                </Tag>
              </p>
              {one.state === "ASKED" && rights.mayApprove && (
                <div className="flex gap-3">
                  {(["APPROVED", "REFUSED"] as const).map((decision) => (
                    <Form key={decision} action={decideDeviationAction} id={decision}>
                      <Which view={view} />
                      <HiddenField name="deviationId" value={one.id} />
                      <HiddenField name="decision" value={decision} />
                      <SubmitButton tone={decision === "APPROVED" ? "primary" : "outline"}>
                        {decision === "APPROVED" ? "同意调整" : "不同意"}
                      </SubmitButton>
                    </Form>
                  ))}
                </div>
              )}
            </div>
          ))}
        </Card>
      )}
    </>
  );
}

function Which({ view: { round } }: { view: RoundView }) {
  return (
    <>
      <HiddenField name="roundId" value={round.id} />
      <HiddenField name="version" value={String(round.version)} />
    </>
  );
}

function RoundForms({ view, rights }: { view: RoundView; rights: Rights }) {
  const { round, entries } = view;
  const seated = entries.filter(({ bedId }) => bedId);
  const waiting = entries.filter(({ bedId, stage }) => !bedId && stage === "轮候");

  return (
    <div className="grid gap-3">
      {round.state === "FROZEN" && rights.mayAllot && (
        <>
          <Form action={submitRoundAction} id="submit">
            <Which view={view} />
            <SubmitButton wide>送负责人同意公示</SubmitButton>
          </Form>
          {waiting.length > 0 && (
            <FoldedForm summary="不按名次，要领导批" look="button" action={askDeviationAction} id="deviate">
              <Which view={view} />
              <SelectField
                name="bedId"
                label="哪张床"
                options={seated.map(({ bedId, bed, name }) => ({ value: bedId ?? "", label: `${bed}（${name}）` }))}
              />
              <SelectField
                name="entryId"
                label="改给谁"
                options={waiting.map(({ id, place, name }) => ({ value: id, label: `第 ${place} 位 ${name}` }))}
              />
              <TextArea name="reason" label="理由" hint="写进公示" rows={3} />
              <SubmitButton wide>送领导批</SubmitButton>
            </FoldedForm>
          )}
          <FoldedForm summary="作废这一批" action={voidRoundAction} id="void-round">
            <Which view={view} />
            <TextArea name="note" label="为什么作废" rows={2} />
            <SubmitButton tone="danger">作废，床位放回去</SubmitButton>
          </FoldedForm>
        </>
      )}
      {round.state === "SUBMITTED" &&
        (rights.mayAgree ? (
          <Form action={agreeRoundAction} id="agree">
            <Which view={view} />
            <SubmitButton wide>同意公示</SubmitButton>
          </Form>
        ) : (
          <p>等宿舍工作的负责人同意；送的人自己不能同意。</p>
        ))}
      {round.state === "NOTICE" && <p>同意以后在公示页发布；公示结束、没有异议，第二天自动分配。</p>}
      {round.state === "DONE" && <p>已经分完，等各人来办入住。</p>}
      {round.state === "VOID" && <p>{`已作废：${round.voidReason ?? ""}`}</p>}
    </div>
  );
}
