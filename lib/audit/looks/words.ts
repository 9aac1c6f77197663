import { fieldWords } from "@/lib/audit/lines/words";
import { deedWord } from "@/lib/audit/words";

/** What was done with somebody's data, as it is told to that person. Deeds without an entry keep the auditor's word. */
const told: Readonly<Record<string, string>> = {
  "people.create": "给您登记了档案",
  "people.change": "改了您的信息",
  "people.propose": "替您申报了变动",
  "people.decide": "审核了您的变动",
  "cases.open": "登记了您的事",
  "cases.move": "办理了您的事",
  "cases.edit": "改了您那件事的记录",
  "cases.note": "在您的事上记了一笔",
  "cases.handOver": "把您的事转给了别的科室",
  "cases.decideHandOver": "接了或退回了您的事",
  "cases.copy": "把您的事抄送给了同事",
  "cases.urge": "催办了您的事",
  "cases.supervise": "督办了您的事",
  "cases.askExtension": "给您的事申请了延期",
  "cases.decideExtension": "审批了您那件事的延期",
  "cases.void": "作废了您的事",
  "reception.book": "给您登记了预约",
  "reception.bookFor": "替您预约了",
  "reception.receive": "接待您时叫了号",
  "reception.recordMatter": "记录了您说的事",
  "accounts.create": "给您开了账号",
  "accounts.disable": "停用了您的账号",
  "accounts.enable": "启用了您的账号",
  "accounts.grant": "改了您的岗位权限",
  "accounts.resetSecret": "给您重发了密码",
  "accounts.unlock": "解除了您账号的锁定",
  "accounts.endSessions": "结束了您的登录",
};

/** 「看了您的身份证号」, 「登记了您的事」. */
export function toldWord(verb: string, fields: readonly string[]): string {
  const things = fields.map((field) => fieldWords[field] ?? "信息");
  if (verb === "people.reveal" || verb === "people.view") return `看了您的${[...new Set(things)].join("、") || "信息"}`;

  return told[verb] ?? deedWord(verb);
}
