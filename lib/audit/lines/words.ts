/** Why a sign-in was refused; the person who signs in never reads it. */
export const refusalWords: Readonly<Record<string, string>> = {
  wrong: "工号或密码不对",
  locked: "试得太多，已锁定",
  "not usable": "账号停用、过期或本人已离开",
};

export const objectWords: Readonly<Record<string, string>> = {
  account: "账号",
  audit_event: "审计日志",
  booking: "预约",
  booking_review: "预约核对",
  calendar_day: "日历",
  calendar_task: "日历变动",
  calendar_year: "年度日历",
  extension: "延期",
  hand_over: "转办",
  org_unit: "单位",
  parameter: "参数",
  permission: "权限",
  person: "职工",
  person_proposal: "职工变动申报",
  reception_day: "接待日",
  reception_slot: "接待时段",
  seat: "接待座位",
  session: "登录",
  welfare_case: "事项",
};

/** Names of fields in the log, as they are called on the pages. */
export const fieldWords: Readonly<Record<string, string>> = {
  address: "住址",
  appointment: "岗位",
  bankCard: "银行卡",
  birthDate: "出生日期",
  care: "特殊情况",
  content: "反映内容",
  demand: "诉求",
  emergencyPhone: "紧急联系电话",
  idNo: "身份证号",
  idType: "证件种类",
  mobile: "手机号",
  mobileOwner: "手机是谁的",
  name: "姓名",
  secret: "密码",
  session: "登录",
  title: "标题",
  unitId: "单位",
};
