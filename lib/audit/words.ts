import type { Verb } from "@/lib/auth/verbs";
import type { AuditOutcome } from "@/prisma/generated/enums";

/** What stands in the log besides the verbs of the permission table. */
type Deed = Verb | "signIn" | "firstAdministrators";

/** Every deed as the auditor reads it. */
export const deedWords = {
  "people.view": "查看职工",
  "people.create": "登记职工",
  "people.change": "修改职工信息",
  "people.reveal": "查看完整信息",
  "people.propose": "申报职工变动",
  "people.decide": "审核职工变动",
  "people.import": "导入职工表格",
  "people.export": "导出职工名册",
  "people.viewUnits": "查看单位",
  "people.changeUnits": "修改单位",
  "cases.view": "查看事项",
  "cases.open": "登记事项",
  "cases.move": "办理事项",
  "cases.edit": "修改事项",
  "cases.note": "记录经过",
  "cases.handOver": "转办事项",
  "cases.decideHandOver": "接收或退回转办",
  "cases.copy": "抄送事项",
  "cases.urge": "催办",
  "cases.supervise": "督办",
  "cases.askExtension": "申请延期",
  "cases.decideExtension": "审批延期",
  "cases.void": "作废事项",
  "cases.export": "导出事项清单",
  "cases.viewSignOffs": "查看签领",
  "cases.grant": "登记发放",
  "cases.signOff": "登记签领",
  "cases.reverseSignOff": "冲正签领",
  "cases.viewAttachments": "查看附件",
  "cases.attach": "上传附件",
  "cases.checkOriginal": "核验原件",
  "cases.voidAttachment": "作废附件",
  "notices.view": "查看公示",
  "notices.draft": "起草公示",
  "notices.publish": "发布公示",
  "notices.void": "作废公示",
  "notices.object": "登记异议",
  "notices.check": "核实异议",
  "notices.settle": "处理异议",
  "reception.view": "查看接待日",
  "reception.plan": "安排接待日",
  "reception.publish": "发布接待日",
  "reception.reschedule": "改期接待日",
  "reception.cancelDay": "取消接待日",
  "reception.book": "登记预约",
  "reception.bookFor": "替职工预约",
  "reception.cover": "安排顶岗",
  "reception.receive": "接待叫号",
  "reception.recordMatter": "记录接待事项",
  "reception.settleReview": "处理预约核对",
  "reception.closeDay": "结束接待日",
  "calendar.view": "查看日历",
  "calendar.correct": "修改日历",
  "calendar.settle": "处理日历变动",
  "parameters.view": "查看参数",
  "parameters.change": "修改参数",
  "accounts.view": "查看账号",
  "accounts.create": "新建账号",
  "accounts.disable": "停用账号",
  "accounts.enable": "启用账号",
  "accounts.grant": "授权或收回岗位",
  "accounts.resetSecret": "发放初始密码",
  "accounts.unlock": "解除锁定",
  "accounts.endSessions": "结束他人登录",
  "accounts.own": "改自己的密码或登录",
  "audit.view": "查看审计日志",
  "audit.export": "导出审计日志",
  "exports.view": "查看导出申请",
  "exports.decide": "审批导出",
  "dashboard.view": "查看看板",
  "my.home": "职工首页",
  "my.cases": "职工看自己的事",
  "my.confirm": "职工确认已解决",
  "my.reopen": "职工说没解决",
  "my.withdraw": "职工撤回",
  "my.book": "职工预约",
  "my.cancelBooking": "职工取消预约",
  "my.profile": "职工看自己的信息",
  "my.changeContact": "职工改手机号",
  "my.whoLooked": "职工看谁看过",
  "my.received": "职工看自己收到的",
  "my.notices": "职工看公示",
  "my.object": "职工提意见",
  signIn: "登录",
  firstAdministrators: "安装时建立管理员",
} satisfies Record<Deed, string>;

/** A deed of the log in words; one from an older release shows as it is stored. */
export function deedWord(verb: string): string {
  const words: Readonly<Record<string, string>> = deedWords;

  return words[verb] ?? verb;
}

export const outcomeWords = { DONE: "成功", REFUSED: "被拒绝", FAILED: "出错" } satisfies Record<AuditOutcome, string>;

/** Why nothing was exported, and what to do. */
export const exportRefusalWords = {
  reason: "请写明用途，至少4个字。",
  proof: "没有确认是您本人：请输入您自己的密码（刚输过的，5分钟内可以不填）。",
  many: "超过两万条，请缩短日期范围，分几次导出。",
} as const;
