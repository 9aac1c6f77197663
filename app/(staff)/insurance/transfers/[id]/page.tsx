import { notFound } from "next/navigation";
import { z } from "zod";
import { CourseCard } from "@/components/case/course-card";
import { Card, Columns } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Due } from "@/components/ui/due";
import { Facts } from "@/components/ui/facts";
import { DateField, HiddenField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { authorise } from "@/lib/auth/gate";
import { moveCaseAction } from "@/lib/cases/actions";
import { stepsOf } from "@/lib/cases/view/rules";
import type { CivilDate } from "@/lib/dates";
import { moveTransferAction } from "@/lib/insurance/transfers/actions";
import { legWords } from "@/lib/insurance/transfers/legs/rules";
import { viewTransfer, type TransferView } from "@/lib/insurance/transfers/queries";
import { transferTable } from "@/lib/insurance/transfers/rules";
import { moveWords } from "@/lib/insurance/transfers/words";
import { schemeWords } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import { tableOf } from "@/lib/stages";

export const metadata = { title: "转移接续" };

export default async function TransferPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("insurance.transfer");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewTransfer(permit, id.data);
  const { person, loaded } = view;

  return (
    <>
      <PageHead
        title={`转移接续 · ${person.name}`}
        crumbs={[{ label: "转移接续", href: "/insurance/transfers" }, { label: loaded.number }]}
      />
      <IdentityBar
        name={person.name}
        href={`/insurance/people/${person.id}`}
        items={[person.unit.name, `工号 ${person.staffNo}`, view.stage]}
      />
      <Steps label="办到哪一步" items={stepsOf(tableOf(loaded.stageTable), loaded, view.timeline)} />
      <Columns main={<Main view={view} />} side={<Side view={view} today={permit.today} />} />
    </>
  );
}

function Main({ view }: { view: TransferView }) {
  return (
    <>
      <Card title="转移内容">
        <Facts
          columns={2}
          items={[
            { label: "险种", value: schemeWords[view.scheme] },
            { label: "从哪到哪", value: `${view.fromPlace} → ${view.toPlace}` },
            view.amountFen === null ? null : { label: "到账金额", value: `${yuan(view.amountFen)} 元` },
          ]}
        />
      </Card>
      <Card title="外单位的时限">
        <DataTable
          caption="外单位的时限"
          rows={view.legs}
          rowId={({ label }) => label}
          columns={[
            { label: "段", cell: (row) => row.label },
            { label: "开始", nowrap: true, cell: (row) => row.from ?? "—" },
            { label: "应于", nowrap: true, cell: (row) => row.dueOn ?? "—" },
            {
              label: "情况",
              cell: (row) => <Due tone={(row.left ?? 0) < 0 ? "late" : "calm"}>{legWords(row)}</Due>,
            },
          ]}
        />
      </Card>
      <CourseCard events={view.timeline} />
    </>
  );
}

function Side({ view, today }: { view: TransferView; today: CivilDate }) {
  const forward = transferTable.forward.find((move) => view.moves.includes(move));
  const ends = (["withdraw", "void"] as const).filter((move) => view.moves.includes(move));
  const which = (
    <>
      <HiddenField name="caseId" value={view.loaded.id} />
      <HiddenField name="version" value={String(view.loaded.version)} />
    </>
  );

  return (
    <Card title={`下一步 · ${view.stage}`} tone="next" id="next">
      <p className="mb-3 text-ink-2">{view.turn}</p>
      <div className="grid gap-3">
        {forward && (
          <Form action={moveTransferAction} id="step">
            {which}
            <HiddenField name="move" value={forward} />
            <DateField name="on" label="哪天" defaultValue={today} max={today} />
            {forward === "fundsIn" && <TextField name="amount" label="到账金额" keypad="decimal" unit="元" />}
            <SubmitButton wide>{moveWords[forward]}</SubmitButton>
          </Form>
        )}
        {ends.length > 0 && (
          <FoldedForm summary="撤回或作废" action={moveCaseAction} id="end">
            {which}
            <SelectField
              name="move"
              label="怎么结束"
              options={ends.map((move) => ({ value: move, label: moveWords[move] }))}
            />
            <TextArea name="note" label="原因" rows={2} />
            <SubmitButton tone="danger">结束</SubmitButton>
          </FoldedForm>
        )}
      </div>
    </Card>
  );
}
