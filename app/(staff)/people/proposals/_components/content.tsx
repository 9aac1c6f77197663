import { Facts } from "@/components/ui/facts";
import { eventWords, leaveWords, offPostWords, retireKindWords } from "@/lib/people/employment/words";
import { fieldWords, valueWord } from "@/lib/people/parts/words";
import { proposedParts } from "@/lib/people/proposals/rules";
import { textsOf } from "@/lib/people/parts/rules";
import type { ShownProposal } from "@/lib/people/proposals/queries";
import {
  employmentWords,
  hukouScopeWords,
  hukouTypeWords,
  mobileOwnerWords,
  postWords,
  rankWords,
} from "@/lib/people/words";

type Input<K> = Extract<ShownProposal["payload"], { kind: K }>["input"];
type Fact = { label: string; value: string; sub?: string } | null;

/** What was proposed, in words; a change beside what is on file now, for those who decide. */
export function ProposalContent({ proposal, unitName }: { proposal: ShownProposal; unitName: (id: string) => string }) {
  const { payload, current, mayDecide } = proposal;
  switch (payload.kind) {
    case "NEW_PERSON":
      return <Facts columns={2} items={newcomer(payload.input, unitName)} />;
    case "CHANGE":
      return <Facts items={change(payload.input, current, mayDecide)} />;
    case "EVENT":
      return <Facts items={event(payload.input, unitName)} />;
  }
}

const fact = (label: string, value: string | undefined): Fact => (value ? { label, value } : null);

function newcomer(input: Input<"NEW_PERSON">, unitName: (id: string) => string): Fact[] {
  return [
    fact("姓名", input.name),
    fact("证件号码", input.idNo),
    fact("单位", unitName(input.unitId)),
    fact("岗位", postWords[input.postType]),
    fact("用工形式", [employmentWords[input.employmentType], input.agencyName].filter(Boolean).join("，")),
    fact("入职日期", input.hireDate),
    fact("户籍", `${hukouScopeWords[input.hukouScope]}${hukouTypeWords[input.hukouType]}`),
    fact(
      "手机号",
      [input.mobile, input.mobileOwner && mobileOwnerWords[input.mobileOwner]].filter(Boolean).join("，机主："),
    ),
    fact("说明", input.note),
  ];
}

function change(input: Input<"CHANGE">, current: Record<string, string>, mayDecide: boolean): Fact[] {
  const facts = proposedParts(input).flatMap(({ values }) => {
    const texts = textsOf(values, Object.keys(values));

    return Object.entries(texts).map(([field, text]) => ({
      label: fieldWords[field] ?? field,
      value: valueWord(field, text),
      ...(mayDecide ? { sub: `现登记：${valueWord(field, current[field] ?? "")}` } : {}),
    }));
  });

  return [...facts, fact("说明", input.note)];
}

function event(input: Input<"EVENT">, unitName: (id: string) => string): Fact[] {
  return [
    fact("变动", eventWords[input.kind]),
    fact("从哪一天起", input.happenedOn),
    fact("到哪个单位", input.toUnitId && unitName(input.toUnitId)),
    fact("岗位", input.postType && [postWords[input.postType], input.postTitle].filter(Boolean).join("，")),
    fact("职级", input.rankLevel && rankWords[input.rankLevel]),
    fact(
      "用工形式",
      input.employmentType && [employmentWords[input.employmentType], input.agencyName].filter(Boolean).join("，"),
    ),
    fact("合同", input.contractStart && `${input.contractStart} 至 ${input.contractEnd ?? "无固定期限"}`),
    fact("原因", input.offPostReason && offPostWords[input.offPostReason]),
    fact("原因", input.leaveReason && leaveWords[input.leaveReason]),
    fact("类型", input.retireKind && retireKindWords[input.retireKind]),
    fact("说明", input.detail),
  ];
}
