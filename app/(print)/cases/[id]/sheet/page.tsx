import { notFound } from "next/navigation";
import { z } from "zod";
import { Facts } from "@/components/ui/facts";
import { OpinionBox, PaperBar, PaperForm, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { viewCase } from "@/lib/cases/view/queries";
import { outcomeWords, satisfactionWords } from "@/lib/cases/words";
import { formatDate, formatInstant } from "@/lib/dates";
import { programmeWord } from "@/lib/programmes";
import { stageWord } from "@/lib/stages";

export const metadata = { title: "事项办理单" };

/** 事项办理单 for the file: facts, opinions in boxes that can be signed in ink, and the whole course of events. */
export default async function CaseSheetPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("cases.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewCase(permit, id.data);
  const { facts } = view;

  return (
    <>
      <PaperBar backHref={`/cases/${facts.id}`} />
      <PaperSheet
        title="事项办理单"
        printed={{ number: facts.number, at: formatInstant(permit.now), by: permit.actor.name }}
        signs={[]}
      >
        <Facts
          columns={2}
          items={[
            { label: "职工", value: view.person, sub: view.unit },
            { label: "项目", value: `${programmeWord(facts.programme)} · ${view.topic}` },
            { label: "登记", value: view.registeredAt, sub: view.registeredBy },
            { label: "承办", value: view.handlerUnit ?? "未交办" },
            { label: "期限", value: facts.dueOn ? formatDate(facts.dueOn) : "未在计时" },
            { label: "环节", value: stageWord(facts.stageTable, facts.stage) },
          ]}
        />
        <PaperForm>
          <OpinionBox title="反映情况" text={[facts.title, view.content, view.demand].filter(Boolean).join("\n")} />
          <OpinionBox title="领导批示" />
          <OpinionBox
            title="办理结果"
            text={view.answer && `${view.answer}${view.outcome ? `（${outcomeWords[view.outcome]}）` : ""}`}
            {...(view.answeredAt ? { at: view.answeredAt } : {})}
          />
          <OpinionBox title="回访意见" text={view.satisfaction ? satisfactionWords[view.satisfaction] : undefined} />
        </PaperForm>
        <h2 className="mt-4 mb-1">经过</h2>
        <PaperTable
          columns={[{ label: "时间" }, { label: "谁" }, { label: "做了什么" }, { label: "意见", width: "wide" }]}
          rows={[...view.events].reverse().map(({ at, who, what, note }) => [at, who, what, note ?? ""])}
        />
      </PaperSheet>
    </>
  );
}
