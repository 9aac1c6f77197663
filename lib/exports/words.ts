import type { ExportAddress } from "@/lib/exports/schema";
import type { ExportState } from "@/prisma/generated/enums";

export const exportStateWords = {
  ASKED: "等待审批",
  APPROVED: "已同意，可下载一次",
  DECLINED: "不同意",
  TAKEN: "已下载",
} satisfies Record<ExportState, string>;

export const refusedWords = {
  reason: "请写明用途，不少于 5 个字。",
  proof: "您自己的密码不对，或者离上次输入已经超过5分钟，请再输一次。",
  long: "名单变长了，现在要由另一个人审批，请提交申请。",
  none: "现在没有符合条件的行，没有什么可导出的。",
} satisfies Record<NonNullable<ExportAddress["refused"]>, string>;
