import { CourseCard } from "@/components/case/course-card";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { CaseView } from "@/lib/cases/view/queries";
import {
  answerModeWords,
  complexityWords,
  confidentialityWords,
  outcomeWords,
  satisfactionWords,
  sourceWords,
} from "@/lib/cases/words";
import { programmeWord } from "@/lib/programmes";

/** What was said, where it came from, what was answered, and everything that happened since. */
export function CaseFacts({ view, mayEdit }: { view: CaseView; mayEdit: boolean }) {
  const { facts } = view;
  const isEditable = mayEdit && ["open", "waiting"].includes(facts.status);

  return (
    <>
      <Card title="反映的事" aside={isEditable && <TextLink href={`/cases/${facts.id}/edit`}>更改</TextLink>}>
        <Facts
          items={[
            { label: "内容", value: <Words text={view.content} /> },
            view.demand ? { label: "要求", value: <Words text={view.demand} /> } : null,
            { label: "项目", value: `${programmeWord(facts.programme)} · ${view.topic}` },
            { label: "来源", value: sourceWords[view.source], sub: `${view.registeredAt} ${view.registeredBy}登记` },
            view.promisedBy ? { label: "接待领导", value: view.promisedBy, sub: "谁接待谁负责" } : null,
            { label: "难易", value: `${complexityWords[facts.complexity]}，${facts.limitDays} 个工作日` },
            facts.confidentiality === "ORDINARY"
              ? null
              : { label: "保密", value: confidentialityWords[facts.confidentiality] },
            view.sourceCase
              ? {
                  label: "由来",
                  value: (
                    <TextLink
                      href={`/cases/${view.sourceCase.id}`}
                    >{`${view.sourceCase.number} ${view.sourceCase.title}`}</TextLink>
                  ),
                }
              : null,
          ]}
        />
      </Card>
      {view.answer && (
        <Card title="答复">
          <Facts
            items={[
              { label: "答复内容", value: <Words text={view.answer} /> },
              { label: "结果", value: view.outcome ? outcomeWords[view.outcome] : "职工说没解决，正在重新办理" },
              {
                label: "答复时间",
                value: view.answeredAt,
                sub: view.answerMode ? answerModeWords[view.answerMode] : undefined,
              },
              view.satisfaction ? { label: "满意度", value: satisfactionWords[view.satisfaction] } : null,
            ]}
          />
        </Card>
      )}
      <CourseCard events={view.events} />
    </>
  );
}

function Words({ text }: { text: string }) {
  return <span className="whitespace-pre-line">{text}</span>;
}
