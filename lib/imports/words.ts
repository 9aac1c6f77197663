import type { ImportRowState, ImportState } from "@/prisma/generated/enums";

export const importStateWords = {
  READING: "正在检查",
  CHECKED: "等待确认",
  WRITING: "正在写入",
  DONE: "已导入",
  UNDONE: "已撤销",
  DROPPED: "已放弃",
  FAILED: "没有读出来",
} satisfies Record<ImportState, string>;

export const rowStateWords = {
  NEW: "新增",
  CHANGED: "有变化",
  SAME: "不变",
  WRONG: "有错误",
} satisfies Record<ImportRowState, string>;
