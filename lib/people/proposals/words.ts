import type { ProposalKind, ProposalState } from "@/prisma/generated/enums";

export const proposalKindWords = {
  NEW_PERSON: "新增人员",
  CHANGE: "更改资料",
  EVENT: "人员变动",
} satisfies Record<ProposalKind, string>;

export const proposalStateWords = {
  PENDING: "待处理",
  ACCEPTED: "已采纳",
  RETURNED: "已退回",
  WITHDRAWN: "已撤回",
} satisfies Record<ProposalState, string>;
