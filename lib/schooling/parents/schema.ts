import { z } from "zod";
import { mobileNo, personName, staffNumber } from "@/lib/people/schema";
import { id } from "@/lib/schooling/schema";
import { OtherParent } from "@/prisma/generated/enums";

/** 另一方家长, as the parent on the phone, the liaison or the officer tells it; what does not belong to the kind stays empty. */
export const RecordOther = z.object({
  caseId: id,
  otherParent: z.enum(OtherParent, { error: "请选择另一方家长是谁，没有也要选" }),
  otherName: personName.optional(),
  otherStaffNo: staffNumber.optional(),
  otherIdNo: z.string().trim().max(30, { error: "身份证号太长，请核对" }).optional(),
  otherPhone: mobileNo.optional(),
});
export type RecordOther = z.output<typeof RecordOther>;
