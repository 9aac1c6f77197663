import { AttachmentList } from "@/components/case/attachments";
import { CourseCard } from "@/components/case/course-card";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { HiddenField, SelectField, TextField } from "@/components/ui/field";
import { FoldedForm } from "@/components/ui/folded-form";
import { Shown, SubmitButton } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatDate, fromDateColumn } from "@/lib/dates";
import { yuan } from "@/lib/money";
import { revealReliefAction } from "@/lib/relief/reveal/actions";
import type { ReliefView } from "@/lib/relief/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { eventWords, payModeWords } from "@/lib/relief/words";

type Props = { view: ReliefView; isOfficer: boolean; isUnit: boolean };

/** The left column: what happened, who looked, what was decided and paid. */
export function ReliefFacts({ view, isOfficer, isUnit }: Props) {
  const { relief, twice } = view;

  return (
    <>
      {twice.length > 0 && !isUnit && (
        <Notice tone="warn" title={relief.isAnother ? "报告人说不是同一件事" : "可能是同一件事"}>
          {twice.map((one) => (
            <p key={one.caseId}>
              {one.mayOpen ? <TextLink href={`/relief/${one.caseId}`}>{one.number}</TextLink> : one.number}
              {` ${eventWords[one.event]}，${formatDate(fromDateColumn(one.happenedOn))}`}
            </p>
          ))}
        </Notice>
      )}
      <Card title="急难情况">
        <Facts
          columns={2}
          items={[
            { label: "事由", value: eventWords[relief.event] },
            {
              label: "出事日期",
              value: formatDate(fromDateColumn(relief.happenedOn)),
              sub: `${view.reportedAt} 报告${view.isLateReport ? "，超过 24 小时" : ""}`,
            },
            { label: "申请金额", value: `${yuan(relief.askedFen)} 元` },
            { label: "核实", value: verifiedWords(view) },
          ]}
        />
        {isOfficer && <Reveal caseId={relief.caseId} />}
      </Card>
      {!isUnit && (
        <>
          <Decision view={view} />
          <Caps view={view} />
          <Card title="材料">
            <AttachmentList attachments={view.papers} mayCheck={isOfficer} mayVoid={isOfficer} />
          </Card>
        </>
      )}
      <CourseCard events={view.timeline} withoutNotes={isUnit} />
    </>
  );
}

function verifiedWords({ relief, people }: ReliefView): string {
  if (!relief.verifiedOn) return "还没有核实";
  const names = relief.verifierIds.map((id) => people.get(id) ?? "").join("、");

  return `${formatDate(fromDateColumn(relief.verifiedOn))} ${names}`;
}

function Reveal({ caseId }: { caseId: string }) {
  return (
    <div className="mt-3">
      <FoldedForm summary="查看情况原文" action={revealReliefAction} id="reveal">
        <HiddenField name="caseId" value={caseId} />
        <SelectField
          name="field"
          label="看哪一项"
          options={[
            { value: "story", label: "报告的情况" },
            { value: "found", label: "核实到的情况" },
          ]}
          defaultValue="story"
        />
        <TextField name="reason" label="为什么要看" hint="不少于4个字，本人可以看到" maxLength={200} />
        <Shown fields={[{ name: "shown", label: "30秒后自动隐藏，已留下查看记录" }]} seconds={30} />
        <SubmitButton tone="outline">查看</SubmitButton>
      </FoldedForm>
    </div>
  );
}

/** Proposal, decision and every row that was granted, each with its way to the signature. */
function Decision({ view: { relief, people, signOffs } }: { view: ReliefView }) {
  if (relief.proposedFen === null && signOffs.length === 0) return null;
  const name = (id: string | null) => (id && people.get(id)) ?? "";

  return (
    <Card title="提出、审批、发放">
      <Facts
        columns={2}
        items={[
          relief.paidFirstOn
            ? {
                label: "先行发放",
                value: `${yuan(relief.paidFirstFen)} 元`,
                sub: `${formatDate(fromDateColumn(relief.paidFirstOn))} ${name(relief.paidFirstById)}`,
              }
            : null,
          relief.paperworkDueOn
            ? { label: "手续补齐", value: `${formatDate(fromDateColumn(relief.paperworkDueOn))} 前` }
            : null,
          relief.proposedFen !== null
            ? { label: "提出救助", value: `${yuan(relief.proposedFen)} 元`, sub: name(relief.officerId) }
            : null,
          relief.officerOpinion ? { label: "经办意见", value: relief.officerOpinion } : null,
          relief.payMode ? { label: "怎么发", value: payModeWords[relief.payMode] } : null,
          relief.fund ? { label: "资金来源", value: fundWords[relief.fund] } : null,
          relief.grantedFen !== null
            ? {
                label: "批准救助",
                value: `${yuan(relief.grantedFen)} 元`,
                sub: [name(relief.approverId), relief.approvedOn && formatDate(fromDateColumn(relief.approvedOn))]
                  .filter(Boolean)
                  .join(" "),
              }
            : null,
          relief.opinion ? { label: "审批意见", value: relief.opinion } : null,
          relief.committeeNo && relief.committeeOn
            ? {
                label: "局党委会",
                value: relief.committeeNo,
                sub: formatDate(fromDateColumn(relief.committeeOn)),
              }
            : null,
          relief.capReason ? { label: "超过限额的理由", value: relief.capReason } : null,
        ]}
      />
      {signOffs.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {signOffs.map((row) => (
            <li key={row.id}>
              <TextLink href={`/sign-offs/${row.id}`}>{`${yuan(row.amountFen)} 元`}</TextLink>
              {row.isReversed
                ? "，已冲正"
                : row.signedOn
                  ? `，${row.receivedBy ?? ""} ${formatDate(row.signedOn)} 签收`
                  : "，等签收"}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What the person and the household have had this year, beside the caps. */
function Caps({ view: { caps, relief } }: { view: ReliefView }) {
  const isDecided = relief.grantedFen !== null;

  return (
    <Card title="今年的慰问金和救助金">
      <Facts
        columns={2}
        items={[
          { label: isDecided ? "本人年度累计" : "本人年度累计（加上这次）", value: `${yuan(caps.personSumFen)} 元` },
          { label: isDecided ? "全户年度累计" : "全户年度累计（加上这次）", value: `${yuan(caps.householdSumFen)} 元` },
        ]}
      />
      {!isDecided && caps.sentences.length > 0 && (
        <div className="mt-3">
          <Notice tone="late" title="超过限额，只有局领导写明理由才能批">
            {caps.sentences.join("；")}
          </Notice>
        </div>
      )}
      {caps.householdNote && (
        <div className="mt-3">
          <Notice tone="warn">{caps.householdNote}</Notice>
        </div>
      )}
    </Card>
  );
}
