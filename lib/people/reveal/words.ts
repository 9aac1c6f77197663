import type { Reveal } from "@/lib/people/reveal/schema";

export const revealWords = {
  idNo: "证件号码",
  mobile: "手机号",
  bankCard: "银行卡号",
  address: "住址和户籍地址",
  care: "特殊情况",
} satisfies Record<Reveal["field"], string>;
