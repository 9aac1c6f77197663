import { z } from "zod";
import { uploadedFile } from "@/lib/cases/attachments/schema";
import {
  civil,
  id,
  needed,
  repairKind,
  requestKey,
  staffNo,
  ticked,
  version,
  yuanField,
} from "@/lib/dormitories/schema";

/** 「宿舍东西坏了」 on the phone. */
export const ReportFault = z.object({
  requestKey,
  kind: repairKind,
  isUrgent: ticked,
  text: needed(2, 300, "请说说哪里坏了，不少于 2 个字"),
  /** a photo of what is broken */
  file: uploadedFile.optional(),
});
export type ReportFault = z.output<typeof ReportFault>;

/** Who repaired it and what it cost. */
export const RecordRepair = z.object({
  ticketId: id,
  version,
  repairerNo: staffNo("请填写谁修的（工号）"),
  cost: yuanField("没有花钱就填 0"),
  doneOn: civil("请填写哪天修好的"),
});
export type RecordRepair = z.output<typeof RecordRepair>;
