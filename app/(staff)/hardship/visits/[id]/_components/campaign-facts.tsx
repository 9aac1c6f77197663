import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { Tile, Tiles } from "@/components/ui/tiles";
import { Timeline } from "@/components/ui/timeline";
import type { Permit } from "@/lib/auth/permit";
import { formatInstant } from "@/lib/dates";
import { spentBySource } from "@/lib/hardship/campaigns/budget/rules";
import { rowsHref } from "@/lib/hardship/campaigns/list/rules";
import type { RowState } from "@/lib/hardship/campaigns/list/schema";
import { rowStateWords } from "@/lib/hardship/campaigns/list/words";
import type { CampaignView } from "@/lib/hardship/campaigns/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { otherStepWords, stepWords } from "@/lib/hardship/campaigns/words";
import { yuan } from "@/lib/money";

type Props = { view: CampaignView; permit: Permit };

/** The left column: figures that open their rows, reports of the units, money by source, and what happened. */
export function CampaignFacts({ view, permit }: Props) {
  const { campaign, figures } = view;
  const isListed = campaign.stage !== "DRAFT";

  return (
    <>
      {isListed && <Counts view={view} />}
      {view.over.length > 0 && (
        <Notice tone="warn" title={`${view.over.length} 户加上这次会超过上限`}>
          <ul>
            {view.over.map(({ rowId, name, unit, sentences }) => (
              <li key={rowId}>
                <TextLink href={`/hardship/visits/${campaign.id}/list/${rowId}`}>{`${unit} ${name}`}</TextLink>：
                {sentences.join("；")}
              </li>
            ))}
          </ul>
          只有局领导写明理由才能继续。
        </Notice>
      )}
      {figures.byHand > 0 && (
        <Notice tone="warn" title={`${figures.byHand} 户的次序由人工调整`}>
          <TextLink href={rowsHref(campaign.id, { state: "byHand" })}>看是哪几户、为什么</TextLink>
          。领导批准预算就是批准这些调整，公示里会写明。
        </Notice>
      )}
      {["SURVEY", "LIST_REVIEW"].includes(campaign.stage) && <Reports view={view} />}
      {view.funds.length > 0 && permit.reach.kind === "bureau" && <Money view={view} />}
      {campaign.stage === "SURVEY" && <HandOnly />}
      <Card title="经过">
        <Timeline
          items={view.steps.map(({ id, at, move, who, note }) => ({
            id,
            at: formatInstant(at),
            who,
            title: (stepWords as Record<string, string>)[move] ?? otherStepWords[move] ?? "办理",
            ...(note ? { body: note } : {}),
          }))}
        />
      </Card>
    </>
  );
}

function Counts({ view: { campaign, figures } }: { view: CampaignView }) {
  const tile = (state: RowState, tone?: "warn") => (
    <Tile
      label={rowStateWords[state]}
      value={figures[state]}
      unit="户"
      href={rowsHref(campaign.id, { state })}
      {...(tone && figures[state] > 0 ? { tone } : {})}
    />
  );
  const isPaying = ["VISITING", "SETTLING", "RESULT_NOTICE", "ARCHIVED"].includes(campaign.stage);

  return (
    <Tiles label="户数和金额">
      {tile("planned")}
      {isPaying ? (
        <>
          {tile("signed")}
          {tile("waiting", "warn")}
          {tile("visited")}
          {tile("notMet", "warn")}
          {figures.held > 0 && tile("held", "warn")}
          <Amount label="已批金额" fen={figures.grantedFen} href={rowsHref(campaign.id, { state: "granted" })} />
          <Amount
            label="已签领金额"
            fen={figures.signedFen}
            href={`/sign-offs?campaign=${campaign.id}&year=all&state=signed`}
          />
        </>
      ) : (
        <>
          <Amount label="计划金额" fen={figures.plannedFen} href={rowsHref(campaign.id, { state: "planned" })} />
          {tile("asked", "warn")}
        </>
      )}
      {figures.leftOut > 0 && tile("leftOut", "warn")}
      {tile("off")}
    </Tiles>
  );
}

/** Whole yuan without 分, so that the figure fits on a phone. */
function Amount({ label, fen, href }: { label: string; fen: bigint; href: string }) {
  return <Tile label={label} value={yuan(fen).replace(/\.00$/, "")} unit="元" href={href} />;
}

function Reports({ view: { reports } }: { view: CampaignView }) {
  const missing = reports.filter(({ at }) => at === null).length;

  return (
    <Card title="各单位摸底" aside={missing > 0 ? `还有 ${missing} 个单位没报` : "都报了"}>
      <DataTable
        caption="各单位摸底情况"
        rows={reports}
        rowId={({ id }) => id}
        columns={[
          { label: "单位", cell: ({ name }) => name },
          {
            label: "情况",
            nowrap: true,
            cell: ({ at }) => <Tag tone={at ? "ok" : "warn"}>{at ? "已摸底" : "还没报"}</Tag>,
          },
          { label: "谁报的", cell: ({ at, by }) => (at ? `${by ?? ""} ${formatInstant(at)}` : "—") },
          { label: "说明", cell: ({ note }) => note ?? "—" },
        ]}
      />
    </Card>
  );
}

function Money({ view: { campaign, funds, figures } }: { view: CampaignView }) {
  const isPaid = ["VISITING", "SETTLING", "RESULT_NOTICE", "ARCHIVED"].includes(campaign.stage);
  const lines = spentBySource(funds, isPaid ? figures.signedFen : figures.plannedFen, campaign.standardFen);
  const sum = (of: (line: (typeof lines)[number]) => bigint) => yuan(lines.reduce((all, line) => all + of(line), 0n));

  return (
    <Card
      title={isPaid ? "经费：预算、已发、结余" : "经费预算"}
      aside={<TextLink href={`/hardship/visits/${campaign.id}/budget`}>打印</TextLink>}
    >
      <DataTable
        caption="经费按来源"
        rows={lines}
        rowId={({ source }) => source}
        columns={[
          { label: "资金来源", cell: ({ source }) => fundWords[source] },
          { label: "预算（元）", align: "right", cell: ({ amountFen }) => yuan(amountFen) },
          { label: isPaid ? "已发（元）" : "计划（元）", align: "right", cell: ({ spentFen }) => yuan(spentFen) },
          { label: "结余（元）", align: "right", cell: ({ leftFen }) => yuan(leftFen) },
        ]}
        total={[
          "合计",
          sum(({ amountFen }) => amountFen),
          sum(({ spentFen }) => spentFen),
          sum(({ leftFen }) => leftFen),
        ]}
      />
    </Card>
  );
}

/** What no table of the portal knows: said openly, so that nobody relies on the list being complete. */
function HandOnly() {
  return (
    <Notice title="系统列不全的，要各单位自己加">
      系统只知道：在档的困难家庭、去年名单上的家庭、登记过荣誉的劳动模范。没有建档的患病职工、生活困难的退休职工、已故职工的家属，系统不知道，请单位按实际情况加。
    </Notice>
  );
}
