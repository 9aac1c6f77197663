import { CourseCard } from "@/components/case/course-card";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { formatDate, fromDateColumn } from "@/lib/dates";
import type { FileView } from "@/lib/hardship/files/view/queries";
import { carWords, causeWords, documentWords, housingWords, levelWords, schoolFeeWords } from "@/lib/hardship/words";
import { yuan } from "@/lib/money";
import { occupationWords, relationWords } from "@/lib/people/family/words";
import { programmeWord } from "@/lib/programmes";
import { RevealForm } from "./reveal-form";

/** The left column: what the household is, how it was reckoned, what was brought and seen, what it got. */
export function FileFacts({ view, isOfficer }: { view: FileView; isOfficer: boolean }) {
  const { current, checks, file } = view;

  return (
    <>
      <Calculation view={view} />
      <Card title="家庭情况">
        <Facts
          columns={2}
          items={[
            {
              label: "致困原因",
              value: [current.mainCause, current.secondCause]
                .filter((one) => one !== null)
                .map((one) => causeWords[one])
                .join("、"),
            },
            { label: "家里人口", value: current.size === null ? null : `${current.size} 人` },
            {
              label: "住房",
              value: housingWords[current.housing],
              sub: `${current.dwellings} 套${current.area ? `，${current.area} 平方米` : ""}`,
            },
            { label: "车", value: carWords[current.cars] },
            { label: "孩子上学", value: schoolFeeWords[current.schoolFee] },
            {
              label: "单亲 · 零就业",
              value: `${current.isSingleParent ? "是" : "否"} · ${current.noneEmployed ? "是" : "否"}`,
            },
          ]}
        />
        {isOfficer && (
          <div className="mt-3">
            <RevealForm fileId={file.id} />
          </div>
        )}
      </Card>
      <Members view={view} isOfficer={isOfficer} />
      <Documents view={view} />
      {checks.length > 0 && (
        <Card title="入户核查">
          {checks.map((check) => (
            <p key={check.id}>
              {formatDate(check.visitedOn)} {check.visitors} 两人入户，
              {check.agrees ? "和申请说的一致" : "和申请说的不一致"}，户主已签字。
            </p>
          ))}
        </Card>
      )}
      <Help view={view} />
      <CourseCard events={view.timeline} />
    </>
  );
}

/** 测算: step by step, as it would stand on the board, so that it can be explained to the family. */
function Calculation({ view: { reckoning, current, running } }: { view: FileView }) {
  if (!reckoning) return null;
  const level = reckoning.level ? levelWords[reckoning.level] : "不符合";

  return (
    <Card
      title="收入测算"
      aside={
        <Tag tone={reckoning.level ? "ok" : "warn"}>{reckoning.isStored ? `测算：${level}` : `初算：${level}`}</Tag>
      }
    >
      <Facts
        items={reckoning.steps.map(({ label, text }) => ({ label, value: <span className="num">{text}</span> }))}
      />
      {!reckoning.isStored && running.isRunning && (
        <p className="mt-2 text-note text-ink-2">按申请时说的收入初算，审核时填了核实的数字再定。</p>
      )}
      {current.decided && (
        <p className="mt-2">
          专员提出：<strong>{levelWords[current.decided]}</strong>
          {current.deviationReason && `，与测算不同，理由：${current.deviationReason}`}
        </p>
      )}
    </Card>
  );
}

function Members({ view: { members, head }, isOfficer }: { view: FileView; isOfficer: boolean }) {
  return (
    <Card title="家庭成员" aside={isOfficer && <TextLink href={`/people/${head.id}`}>职工档案</TextLink>}>
      {members.length === 0 ? (
        <p className="text-ink-3">没有登记家庭成员</p>
      ) : (
        <DataTable
          caption="家庭成员"
          rows={members}
          rowId={({ id }) => id}
          columns={[
            { label: "姓名", cell: (row) => row.name ?? "（未成年，不显示）" },
            { label: "关系", cell: (row) => relationWords[row.relation] },
            { label: "年龄", nowrap: true, cell: (row) => (row.age === null ? "—" : `${row.age} 岁`) },
            { label: "情况", cell: (row) => (row.occupation ? occupationWords[row.occupation] : "—") },
            ...(isOfficer
              ? [
                  {
                    label: "月收入（元）",
                    align: "right" as const,
                    cell: (row: (typeof members)[number]) =>
                      row.monthlyIncomeFen === null ? "—" : yuan(row.monthlyIncomeFen),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Card>
  );
}

function Documents({ view: { documents, current } }: { view: FileView }) {
  if (current.kind === "REVIEW" && documents.received.length === 0) return null;
  const received = new Map(documents.received.map((one) => [one.kind, one]));
  const kinds = [...new Set([...documents.wanted, ...received.keys()])];

  return (
    <Card
      title="材料"
      aside={
        documents.missing.length > 0 ? (
          <Tag tone="warn">{`还差 ${documents.missing.length} 样`}</Tag>
        ) : (
          <Tag tone="ok">齐了</Tag>
        )
      }
    >
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 desk:grid-cols-2">
        {kinds.map((kind) => {
          const paper = received.get(kind);

          return (
            <li key={kind} className="flex justify-between gap-2">
              <span>{documentWords[kind] ?? kind}</span>
              <span className={paper ? "text-ink-2" : "text-warn"}>
                {paper ? (paper.originalSeen ? "已收，原件已核验" : "已收，原件未核验") : "未交"}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Help({ view: { helped } }: { view: FileView }) {
  return (
    <Card title="得到的帮扶">
      {helped.length === 0 ? (
        <Notice tone="warn" title="从没帮扶过">
          还没有给这一户发过钱物。
        </Notice>
      ) : (
        <DataTable
          caption="得到的帮扶"
          rows={helped}
          rowId={({ id }) => id}
          columns={[
            { label: "什么", cell: (row) => row.what },
            { label: "项目", cell: (row) => programmeWord(row.programme) },
            { label: "批准", nowrap: true, cell: (row) => formatDate(fromDateColumn(row.grantedOn)) },
            {
              label: "签领",
              nowrap: true,
              cell: (row) => (row.signedOn ? formatDate(fromDateColumn(row.signedOn)) : "未签领"),
            },
            { label: "金额（元）", align: "right", cell: (row) => yuan(row.amountFen) },
          ]}
        />
      )}
    </Card>
  );
}
