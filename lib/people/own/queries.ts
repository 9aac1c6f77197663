import "server-only";
import type { Permit } from "@/lib/auth/permit";
import { formatDate, fromDateColumn } from "@/lib/dates";
import { maskPhone } from "@/lib/masks";
import { employmentWords, mobileOwnerWords, postWords } from "@/lib/people/words";
import { db } from "@/prisma/client";

export type OwnInfo = {
  version: number;
  hasMobile: boolean;
  /** label and value as one would read them aloud; nothing that the low-value scope of a phone may not show */
  lines: { label: string; value: string }[];
};

/** What the bureau's roster says about the worker who is signed in: masked, no ID number, no bank card. One statement. */
export async function ownInfo(permit: Permit<"my.profile">): Promise<OwnInfo> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: permit.reach.personId },
    select: {
      version: true,
      name: true,
      staffNo: true,
      mobile: true,
      mobileOwner: true,
      postType: true,
      employmentType: true,
      hireDate: true,
      unionMember: true,
      unit: { select: { name: true } },
    },
  });
  const owner = person.mobileOwner ? `（${mobileOwnerWords[person.mobileOwner]}的）` : "";

  return {
    version: person.version,
    hasMobile: person.mobile !== null,
    lines: [
      { label: "姓名", value: person.name },
      { label: "工号", value: person.staffNo },
      { label: "单位", value: person.unit.name },
      { label: "岗位", value: postWords[person.postType] },
      { label: "用工形式", value: employmentWords[person.employmentType] },
      { label: "哪天来的", value: person.hireDate ? formatDate(fromDateColumn(person.hireDate)) : "没有记" },
      { label: "手机号", value: person.mobile ? `${maskPhone(person.mobile)}${owner}` : "没有记" },
      { label: "工会会员", value: person.unionMember ? "是" : "不是" },
    ],
  };
}
