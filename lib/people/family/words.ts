import type { FamilyRelation, Occupation } from "@/prisma/generated/enums";

export const relationWords = {
  SPOUSE: "配偶",
  SON: "儿子",
  DAUGHTER: "女儿",
  FATHER: "父亲",
  MOTHER: "母亲",
  PARENT_IN_LAW: "岳父母或公婆",
  GRANDPARENT_OR_CHILD: "祖孙",
  OTHER: "其他",
} satisfies Record<FamilyRelation, string>;

export const occupationWords = {
  EMPLOYED: "在岗",
  LAID_OFF: "下岗",
  UNEMPLOYED: "失业",
  RETIRED: "退休",
  STUDENT: "学生",
  SCHOOL_AGE: "学龄儿童",
  PRESCHOOL: "学龄前",
  FARMING: "务农",
  UNABLE_TO_WORK: "无劳动能力",
} satisfies Record<Occupation, string>;
