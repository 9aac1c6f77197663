type Measure = "unsettled" | "overdue" | "onTime" | "resolved" | "content" | "medianDays";

export const measureWords = {
  unsettled: "未办结",
  overdue: "超期",
  onTime: "按期办结率",
  resolved: "解决率",
  content: "满意率",
  medianDays: "办理用时",
} satisfies Record<Measure, string>;

/** 口径: what is counted and what it is divided by, in a sentence that a leader can repeat. */
export const definitions = {
  unsettled: "现在还没有答复职工的事项，包括停钟等待的。",
  overdue: "过了期限还没有答复、也没有停钟的事项。",
  onTime: "近 12 个月里，在期限当天或之前第一次答复的 ÷（已答复的 + 超期没答复的）。后来重新办理不影响。",
  resolved: "近 12 个月答复的事项里，结果是「已解决」的。解释说明不算解决；职工不满意、正在重新办理的也不算。",
  content: "近 12 个月答复并回访到的事项里，满意和基本满意的。联系不上的不计入。",
  medianDays: "近 12 个月答复的事项，从材料齐全次日起到第一次答复用了几个工作日，取中间那一件。",
} satisfies Record<Measure, string>;
