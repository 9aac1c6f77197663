import { notFound } from "next/navigation";
import { z } from "zod";
import { OpinionBox, PaperBar, PaperFacts, PaperForm, PaperSheet, PaperTable } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant, fromDateColumn } from "@/lib/dates";
import { viewFile, type FileView } from "@/lib/hardship/files/view/queries";
import { causeWords, housingWords, levelWords } from "@/lib/hardship/words";
import { maskPhone } from "@/lib/masks";
import { yuan } from "@/lib/money";
import { occupationWords, relationWords } from "@/lib/people/family/words";
import { personStatusWords, politicalWords, sexWords } from "@/lib/people/words";

export const metadata = { title: "困难职工档案表" };

/** 困难职工档案表, the union's standard form; what is class 2–3 is filled in by hand on the original. */
export default async function HardshipFormPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("hardship.view");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewFile(permit, id.data);
  const { file, current, members, people } = view;
  const opinion = (personId: string | null, on: Date | null) => ({
    ...(personId ? { by: people.get(personId) ?? "" } : {}),
    ...(on ? { at: formatDate(fromDateColumn(on)) } : {}),
  });

  return (
    <>
      <PaperBar backHref={`/hardship/${file.id}`} />
      <PaperSheet
        title="困难职工档案表"
        unit={view.head.unit}
        date={formatDate(permit.today)}
        money
        printed={{ number: file.number, at: formatInstant(permit.now), by: permit.actor.name }}
        signs={["建档人", "审核人", "录入人"]}
      >
        <PersonBlock view={view} />
        <h2 className="mt-3 mb-1">家庭成员</h2>
        <PaperTable
          columns={[
            { label: "姓名" },
            { label: "关系", width: "narrow" },
            { label: "身份证号", width: "wide" },
            { label: "健康" },
            { label: "身份" },
            { label: "单位或学校" },
            { label: "月收入", align: "right" },
          ]}
          rows={members.map((member) => [
            member.name ?? "",
            relationWords[member.relation],
            "",
            "",
            member.occupation ? occupationWords[member.occupation] : "",
            member.workplace ?? "",
            member.monthlyIncomeFen === null ? "" : yuan(member.monthlyIncomeFen),
          ])}
          blankRows={Math.max(0, 3 - members.length)}
        />
        <PaperForm>
          <OpinionBox
            title="基层工会意见"
            text={
              view.checks[0] &&
              `${formatDate(view.checks[0].visitedOn)} ${view.checks[0].visitors}入户核查，${view.checks[0].agrees ? "情况属实。" : "情况与申请不一致。"}`
            }
          />
          <OpinionBox
            title="系统工会意见"
            text={[current.decided && levelWords[current.decided], current.officerOpinion, current.managerOpinion]
              .filter(Boolean)
              .join("；")}
            {...opinion(current.managerId ?? current.officerId, current.managerOn ?? current.officerOn)}
          />
          <OpinionBox
            title="公示结果和审批意见"
            text={[view.running.notice && `公示 ${view.running.notice.number}`, current.leaderOpinion]
              .filter(Boolean)
              .join("；")}
            {...opinion(current.leaderId, current.leaderOn)}
          />
        </PaperForm>
      </PaperSheet>
    </>
  );
}

/** 姓名 … 致困原因, as the form has them; ID number, card and health are written in on the original. */
function PersonBlock({ view: { head, current, reckoning } }: { view: FileView }) {
  const lines: [string, string][][] = [
    [
      ["姓名", head.name],
      ["性别", head.sex ? sexWords[head.sex] : ""],
      ["民族", head.ethnicity],
      ["政治面貌", politicalWords[head.politicalStatus]],
    ],
    [
      ["困难类别", current.decided ? levelWords[current.decided] : ""],
      ["工作单位", head.unit],
      ["工作状态", personStatusWords[head.status]],
      ["参加工作", head.hireDate ?? ""],
    ],
    [
      ["身份证号", ""],
      ["健康状况", ""],
      ["手机号", head.mobile ? maskPhone(head.mobile) : ""],
      ["户口类型", head.hukouScope === "OUTSIDE" ? "外埠" : "本市"],
    ],
    [
      ["住房类型", housingWords[current.housing]],
      ["建筑面积", current.area ? `${current.area} 平方米` : ""],
      ["家庭人口", current.size === null ? "" : String(current.size)],
      ["是否单亲", current.isSingleParent ? "是" : "否"],
    ],
    [
      ["家庭年总收入", current.incomeFen === null ? "" : yuan(current.incomeFen)],
      ["家庭月人均收入", reckoning ? yuan(reckoning.perHeadFen) : ""],
      ["主要致困原因", causeWords[current.mainCause]],
      ["次要致困原因", current.secondCause ? causeWords[current.secondCause] : ""],
    ],
    [
      ["开户行", head.bankName ?? ""],
      ["卡号", head.bankCardTail ? `****${head.bankCardTail}` : ""],
      ["零就业家庭", current.noneEmployed ? "是" : "否"],
      ["工会会员", head.isUnionMember ? "是" : "否"],
    ],
  ];

  return <PaperFacts lines={lines} />;
}
