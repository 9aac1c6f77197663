import { AttachmentList } from "@/components/case/attachments";
import { CourseCard } from "@/components/case/course-card";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { Tag } from "@/components/ui/tag";
import { formatDate, type CivilDate } from "@/lib/dates";
import type { Deadline } from "@/lib/schooling/checklist/rules";
import { deadlineText } from "@/lib/schooling/checklist/words";
import type { PlacementView } from "@/lib/schooling/view/queries";
import {
  consentWords,
  dwellingWords,
  letterStateWords,
  outcomeWords,
  partyWords,
  roundWords,
  schoolStageWords,
  unresolvedWords,
} from "@/lib/schooling/words";
import type { AttachmentKind } from "@/prisma/generated/enums";
import { PaperList } from "./paper-list";
import { RevealForm } from "./reveal-form";

/** The left column: papers, the child behind a reason, what was coordinated, what came of it. */
export function PlacementFacts({
  view,
  isOfficer,
  today,
  paper,
}: {
  view: PlacementView;
  isOfficer: boolean;
  today: CivilDate;
  paper: AttachmentKind | undefined;
}) {
  return (
    <>
      <PaperList view={view} isOfficer={isOfficer} paper={paper} />
      <Child view={view} />
      {isOfficer && <Coordination view={view} />}
      <Card title="什么时候要办好">
        <ul className="grid gap-1">
          {view.deadlines.map((deadline) => (
            <li key={deadline.key}>
              {deadlineText(deadline)} {deadline.by < today && <Passed view={view} deadline={deadline} />}
            </li>
          ))}
        </ul>
      </Card>
      {view.attachments.length > 0 && (
        <Card title="上传的材料">
          {!isOfficer && <p className="mb-2 text-ink-2">照片由局工会看，您核对原件。</p>}
          <AttachmentList attachments={view.attachments} mayCheck={isOfficer} mayVoid={isOfficer} />
        </Card>
      )}
      <CourseCard events={view.timeline} />
    </>
  );
}

const provedBy: Partial<Record<Deadline["key"], AttachmentKind>> = {
  permit: "RESIDENCE_PERMIT",
  lease: "LEASE_FILING",
  insurance: "INSURANCE_PROOF",
};

/** A day that is over: whether a paper proves that it was kept. */
function Passed({ view, deadline }: { view: PlacementView; deadline: Deadline }) {
  const proof = provedBy[deadline.key];
  if (!proof) return null;
  const line = view.lines.find(({ kind }) => kind === proof);
  if (line?.state === "RECEIVED" || line?.state === "VERIFIED") return <Tag tone="ok">办好了</Tag>;

  return <Tag tone="warn">{line?.state === "MISSING" ? "日子过了，等材料" : "没赶上"}</Tag>;
}

function Child({ view }: { view: PlacementView }) {
  const { facts } = view;

  return (
    <Card title="孩子和结果">
      <Facts
        items={[
          {
            label: "上几年级",
            value: `${schoolStageWords[facts.schoolStage]}${facts.grade ? `（${facts.grade} 年级）` : ""}`,
          },
          { label: "住在哪里", value: dwellingWords[facts.dwelling] },
          { label: "另一方家长", value: view.other.text },
          { label: "监护人同意", value: `${consentWords[facts.consentMode]}，${formatDate(facts.consentOn)}` },
          facts.eligibleOn ? { label: "材料审核通过", value: formatDate(facts.eligibleOn) } : null,
          facts.schoolName ? { label: "安排的学校", value: facts.schoolName } : null,
          facts.outcome
            ? {
                label: "结果",
                value: [
                  outcomeWords[facts.outcome],
                  facts.unresolvedReason && unresolvedWords[facts.unresolvedReason],
                  facts.className,
                  facts.enrolledOn && `${formatDate(facts.enrolledOn)} 入学`,
                ]
                  .filter(Boolean)
                  .join("，"),
              }
            : null,
          view.before
            ? {
                label: "接着去年的",
                value: <TextLink href={`/schooling/${view.before.id}`}>{view.before.number}</TextLink>,
              }
            : null,
          facts.keepUntil ? { label: "孩子的信息保存到", value: formatDate(facts.keepUntil) } : null,
        ]}
      />
      {facts.isReduced ? (
        <p className="mt-2 text-ink-2">保存期已满，孩子的信息已经清除。</p>
      ) : (
        <RevealForm caseId={view.caseId} />
      )}
    </Card>
  );
}

function Coordination({ view: { contacts, checks, letters } }: { view: PlacementView }) {
  if (contacts.length + checks.length + letters.length === 0) return null;

  return (
    <Card title="协调和审核">
      <ul className="grid gap-2">
        {letters.map((letter) => (
          <li key={letter.id}>
            <TextLink href={`/schooling/letters/${letter.id}`}>{`协调函 ${letter.number}`}</TextLink>，
            {letterStateWords[letter.state]}
          </li>
        ))}
        {contacts.map((contact) => (
          <li key={contact.id}>
            {formatDate(contact.madeOn)} 和{partyWords[contact.party]}联系：{contact.content} 结果：{contact.result}
          </li>
        ))}
        {checks.map((check) => (
          <li key={check.id}>
            {formatDate(check.checkedOn)} {roundWords[check.round]}
            {check.isPassed ? "通过" : `没通过：${check.note ?? ""}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}
