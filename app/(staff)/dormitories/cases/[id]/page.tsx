import { notFound } from "next/navigation";
import { z } from "zod";
import { Card, Columns } from "@/components/ui/card";
import { StageClock } from "@/components/case/stage-clock";
import { Facts } from "@/components/ui/facts";
import { IdentityBar } from "@/components/ui/identity-bar";
import { PageHead } from "@/components/ui/page-head";
import { Steps } from "@/components/ui/steps";
import { Tag } from "@/components/ui/tag";
import { TextLink } from "@/components/ui/text-link";
import { CourseCard } from "@/components/case/course-card";
import { authorise } from "@/lib/auth/gate";
import { stepsOf } from "@/lib/cases/view/rules";
import { formatDate } from "@/lib/dates";
import { viewWish, type WishView } from "@/lib/dormitories/view/queries";
import { reasonWords, shiftWords } from "@/lib/dormitories/words";
import { tableOf } from "@/lib/stages";
import { WishForms } from "./_components/wish-forms";

export const metadata = { title: "住宿申请" };

export default async function WishPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("dormitories.line");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewWish(permit, id.data);
  const { loaded, person } = view;

  return (
    <>
      <PageHead
        title={`${person.name}的住宿申请`}
        crumbs={[{ label: "住宿申请和轮候", href: "/dormitories/applications" }, { label: loaded.number }]}
      />
      <IdentityBar
        name={person.name}
        href={`/people/${person.id}`}
        items={[
          person.unit,
          [`工号 ${person.staffNo}`, person.age !== null && `${person.age} 岁`].filter(Boolean).join(" · "),
          <Tag key="stage" tone="info">
            {view.stage}
          </Tag>,
        ]}
      />
      <Steps label="办到哪一步" items={stepsOf(tableOf(loaded.stageTable), loaded, view.timeline)} />
      <Columns main={<Main view={view} />} side={<Side view={view} />} />
    </>
  );
}

function Main({ view }: { view: WishView }) {
  const { application, line } = view;

  return (
    <>
      <Card title="申请">
        <Facts
          columns={2}
          items={[
            { label: "原因", value: reasonWords[application.reason] },
            { label: "作息", value: shiftWords[application.shift] },
            { label: "想住哪里", value: view.sites.join("、") || "哪里有床住哪里" },
            { label: "夫妻同住", value: view.spouse ? `${view.spouse.name}（${view.spouse.staffNo}）` : "不是" },
            {
              label: "下铺",
              value: line
                ? line.isLowerNeeded
                  ? "要下铺"
                  : "上铺、下铺都可以"
                : application.needLower
                  ? "要下铺"
                  : "没有要求",
            },
          ]}
        />
      </Card>
      {line && (
        <Card title={`轮候第 ${line.place} 位，共 ${line.of} 位`}>
          <p className="mb-2">{`等同一种床的，前面还有 ${line.before} 位。排这个位置，是因为：`}</p>
          <ol className="flex flex-wrap gap-2">
            {line.keys.map((word, i) => (
              <li key={i}>
                <Tag>{`${i + 1} ${word}`}</Tag>
              </li>
            ))}
          </ol>
        </Card>
      )}
      <CourseCard events={view.timeline} />
    </>
  );
}

function Side({ view }: { view: WishView }) {
  const { clock, stay } = view;

  return (
    <>
      <Card title={`下一步 · ${view.stage}`} tone="next" id="next">
        {clock && view.isRunning && <WishClock view={view} />}
        <p className="mb-3 text-ink-2">{view.turn}</p>
        <WishForms view={view} />
      </Card>
      {stay && (
        <Card title="床位">
          <Facts
            items={[
              { label: "床位", value: <TextLink href={`/dormitories/${stay.siteId}`}>{stay.name}</TextLink> },
              stay.moveInBy ? { label: "最晚哪天来住", value: formatDate(stay.moveInBy) } : null,
            ]}
          />
        </Card>
      )}
    </>
  );
}

function WishClock({ view: { clock, loaded, stage } }: { view: WishView }) {
  if (!clock) return null;

  return (
    <StageClock
      clock={clock}
      stopped={stage}
      note={loaded.dueOn ? `应于 ${formatDate(loaded.dueOn)} 前办` : undefined}
    />
  );
}
