import { notFound } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable, RowLink, Sub } from "@/components/ui/data-table";
import { HiddenField, RadioField, TextArea, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Form, SubmitButton } from "@/components/ui/form";
import { PageHead } from "@/components/ui/page-head";
import { TextLink } from "@/components/ui/text-link";
import { authorise, may } from "@/lib/auth/gate";
import { formatDay } from "@/lib/dates";
import {
  agreeStarsAction,
  awardStarsAction,
  lowerStarsAction,
  selfRateAction,
  sumUpStarsAction,
} from "@/lib/dormitories/rating/actions";
import { viewStars, type StarView } from "@/lib/dormitories/rating/queries";
import { points, starWord } from "@/lib/dormitories/rating/rules";
import { starRoundWords, vetoWords } from "@/lib/dormitories/rating/words";
import { exportHref } from "@/lib/exports/rules";

export const metadata = { title: "星级宿舍评比" };

export default async function StarRoundPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const [view, mayRate, mayAward, mayExport] = await Promise.all([
    viewStars(permit, id.data),
    may("dormitories.rate"),
    may("dormitories.approve"),
    may("dormitories.export"),
  ]);
  const mayAgree = permit.reach.manages.includes("dormitories");
  const { round } = view;
  const isRating = mayRate && round.state === "INSPECTING";

  return (
    <>
      <PageHead
        title={`${round.year} 年星级宿舍评比`}
        crumbs={[{ label: "评星", href: "/dormitories/stars" }, { label: `${round.year} 年` }]}
        sub={`${round.fiveFrom} 分起五星，${round.fourFrom} 分起四星，${round.threeFrom} 分起三星；一票否决的没有星。`}
        actions={
          <>
            {mayExport && <Button href={exportHref("dormitory-stars", { round: round.id })}>导出Excel</Button>}
            <Button href={`/dormitories/stars/${round.id}/print`} icon="print">
              打印汇总表
            </Button>
          </>
        }
      />
      <Card title={`下一步 · ${starRoundWords[round.state]}`} tone="next" id="next">
        <Next view={view} rights={{ mayRate, mayAgree, mayAward }} />
      </Card>
      <DataTable
        caption="得分汇总"
        rows={view.entries}
        rowId={({ id: entryId }) => entryId}
        columns={[
          { label: "宿舍", cell: (row) => <RowLink href={`/dormitories/${row.site.id}`}>{row.site.name}</RowLink> },
          {
            label: "自评",
            align: "right",
            cell: (row) => (isRating ? <SelfRating row={row} /> : points(row.selfTenths)),
          },
          {
            label: "检查",
            cell: (row) =>
              row.inspections.map(({ total, inspector }) => `${inspector.name} ${total}`).join("，") || "—",
          },
          { label: "平均", align: "right", cell: (row) => points(row.averageTenths) },
          { label: "星级", nowrap: true, cell: (row) => (row.stars === null ? "—" : starWord(row.stars)) },
          {
            label: "否决、降星",
            cell: (row) => (
              <>
                {row.veto && vetoWords[row.veto]}
                {row.loweredReason && <Sub>{`降到${starWord(row.loweredTo ?? 0)}：${row.loweredReason}`}</Sub>}
                {mayAgree && row.starsNow > 0 && <Lower row={row} />}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

type Entry = StarView["entries"][number];

function SelfRating({ row }: { row: Entry }) {
  return (
    <FoldedForm
      summary={row.selfTenths === null ? "登记" : points(row.selfTenths)}
      action={selfRateAction}
      id={`self-${row.id}`}
    >
      <HiddenField name="entryId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <TextField name="points" label="自评分" keypad="decimal" width="short" />
      <SubmitButton small>登记自评</SubmitButton>
    </FoldedForm>
  );
}

function Lower({ row }: { row: Entry }) {
  return (
    <FoldedForm summary="降星、摘牌" action={lowerStarsAction} id={`lower-${row.id}`}>
      <HiddenField name="entryId" value={row.id} />
      <HiddenField name="version" value={String(row.version)} />
      <RadioField
        name="stars"
        label="降到"
        options={[
          { value: "4", label: "四星" },
          { value: "3", label: "三星" },
          { value: "0", label: "摘牌" },
        ].filter(({ value }) => Number(value) < row.starsNow)}
      />
      <TextArea name="reason" label="为什么" rows={2} />
      <SubmitButton tone="danger">降星</SubmitButton>
    </FoldedForm>
  );
}

function Next({
  view: { round, notice },
  rights,
}: {
  view: StarView;
  rights: Record<"mayRate" | "mayAgree" | "mayAward", boolean>;
}) {
  const which = (
    <>
      <HiddenField name="roundId" value={round.id} />
      <HiddenField name="version" value={String(round.version)} />
    </>
  );

  return (
    <div className="grid gap-3">
      {notice && (
        <p>
          <TextLink href={`/notices/${notice.id}`}>{`公示 ${notice.number}`}</TextLink>
          {notice.lastDay ? `，到 ${formatDay(notice.lastDay)} 止` : "，还没有发布"}
        </p>
      )}
      {round.state === "INSPECTING" && (
        <>
          <p>每处登记自评，再由两位以上检查人各打一份分（在宿舍页「登记检查」），齐了再汇总。</p>
          {rights.mayRate && (
            <Form action={sumUpStarsAction} id="sum-up">
              {which}
              <SubmitButton>汇总，送负责人同意公示</SubmitButton>
            </Form>
          )}
        </>
      )}
      {round.state === "SUBMITTED" &&
        (rights.mayAgree ? (
          <Form action={agreeStarsAction} id="agree">
            {which}
            <SubmitButton>同意公示</SubmitButton>
          </Form>
        ) : (
          <p>等宿舍工作的负责人同意公示。</p>
        ))}
      {round.state === "NOTICE" &&
        (rights.mayAward ? (
          <Form action={awardStarsAction} id="award">
            {which}
            <SubmitButton>公示结束，授牌</SubmitButton>
          </Form>
        ) : (
          <p>等公示结束，由局领导授牌。</p>
        ))}
      {round.state === "AWARDED" && <p>已经授牌。复查不合格的，负责人可以降星、摘牌。</p>}
    </div>
  );
}
