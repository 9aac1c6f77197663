import { notFound } from "next/navigation";
import { z } from "zod";
import { OpinionBox, PaperBar, PaperFacts, PaperForm, PaperSheet } from "@/components/ui/paper";
import { authorise } from "@/lib/auth/gate";
import { formatDate, formatInstant, fromDateColumn } from "@/lib/dates";
import { inCapitals, yuan } from "@/lib/money";
import { viewRelief, type ReliefView } from "@/lib/relief/view/queries";
import { fundWords } from "@/lib/cases/sign-offs/words";
import { eventWords, payModeWords } from "@/lib/relief/words";

export const metadata = { title: "临时救助审批表" };

/** 临时救助审批表; what was told and found (class 2) is filled in by hand on the original. */
export default async function ReliefFormPage({ params }: { params: Promise<{ id: string }> }) {
  const permit = await authorise("relief.decide");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const view = await viewRelief(permit, id.data);
  const { relief, people, running } = view;
  const by = (personId: string | null, on: Date | null) => ({
    ...(personId ? { by: people.get(personId) ?? "" } : {}),
    ...(on ? { at: formatDate(fromDateColumn(on)) } : {}),
  });

  return (
    <>
      <PaperBar backHref={`/relief/${relief.caseId}`} />
      <PaperSheet
        title="临时救助审批表"
        unit={view.person.unit}
        date={formatDate(permit.today)}
        money
        printed={{ number: running.loaded.number, at: formatInstant(permit.now), by: permit.actor.name }}
        signs={["经办人", "审核人", "领取人"]}
      >
        <Block view={view} />
        <PaperForm>
          <OpinionBox title="困难情况（本人填写）" />
          <OpinionBox
            title="核实意见（两人）"
            text={relief.verifierIds.map((one) => people.get(one) ?? "").join("、")}
            {...by(null, relief.verifiedOn)}
          />
          <OpinionBox
            title="经办意见"
            text={[relief.proposedFen !== null && `建议救助 ${yuan(relief.proposedFen)} 元`, relief.officerOpinion]
              .filter(Boolean)
              .join("。")}
            {...by(relief.officerId, null)}
          />
          <OpinionBox title="审批意见" text={decisionWords(view)} {...by(relief.approverId, relief.approvedOn)} />
        </PaperForm>
      </PaperSheet>
    </>
  );
}

function decisionWords({ relief }: ReliefView): string {
  return [
    relief.grantedFen !== null && `批准救助 ${yuan(relief.grantedFen)} 元（${inCapitals(relief.grantedFen)}）`,
    relief.opinion,
    relief.committeeNo &&
      relief.committeeOn &&
      `局党委会 ${relief.committeeNo}（${formatDate(fromDateColumn(relief.committeeOn))}）`,
    relief.capReason && `超过限额的理由：${relief.capReason}`,
  ]
    .filter(Boolean)
    .join("。");
}

function Block({ view: { relief, person, signOffs } }: { view: ReliefView }) {
  const signed = signOffs.find(({ signedOn, isReversed }) => signedOn && !isReversed);
  const lines: [string, string][][] = [
    [
      ["姓名", person.name],
      ["工号", person.staffNo],
      ["工作单位", person.unit],
    ],
    [
      ["事由", eventWords[relief.event]],
      ["出事日期", formatDate(fromDateColumn(relief.happenedOn))],
      ["申请金额", yuan(relief.askedFen)],
    ],
    [
      ["先行发放", relief.paidFirstFen > 0n ? yuan(relief.paidFirstFen) : "无"],
      ["发放方式", relief.payMode ? payModeWords[relief.payMode] : ""],
      ["资金来源", relief.fund ? fundWords[relief.fund] : ""],
    ],
    [
      ["开户行", person.bankName ?? ""],
      ["卡号", person.bankCardTail ? `****${person.bankCardTail}` : ""],
      ["签收日期", signed?.signedOn ? formatDate(signed.signedOn) : ""],
    ],
  ];

  return <PaperFacts lines={lines} />;
}
