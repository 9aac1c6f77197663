import { z } from "zod";
import { count } from "@/lib/parameters/counts/rules";

function insurance(name: string, unit: string, most: number, fallback: number, meaning: string) {
  return { name, group: "insurance", kind: "number", unit, accept: count(1, most), fallback, meaning } as const;
}

/** A rate in hundredths of a per cent, because the form takes whole numbers: 1600 is 16 %. */
function rate(name: string, fallback: number) {
  return {
    name,
    group: "insurance",
    kind: "number",
    unit: "‱",
    accept: count(0, 5_000),
    fallback,
    meaning: "按万分之几填写，1600 就是 16%。以社保、税务部门公布的为准。",
  } as const;
}

/** Bounds of the base, rates and time limits; what the insurance office publishes is entered with its day. */
export const insuranceParameters = {
  "insurance.floor": insurance(
    "缴费基数下限",
    "元/月",
    100_000,
    5_013,
    "工资低于它的按它缴费。每年公布后按生效日录入。",
  ),
  "insurance.cap": insurance(
    "缴费基数上限",
    "元/月",
    500_000,
    25_065,
    "工资高于它的按它缴费。每年公布后按生效日录入。",
  ),
  "insurance.pensionUnit": rate("养老保险单位费率", 1_600),
  "insurance.pensionPerson": rate("养老保险个人费率", 800),
  "insurance.medicalUnit": rate("医疗保险单位费率", 1_000),
  "insurance.medicalPerson": rate("医疗保险个人费率", 200),
  "insurance.unemploymentUnit": rate("失业保险单位费率", 50),
  "insurance.unemploymentPerson": rate("失业保险个人费率", 50),
  "insurance.injuryUnit": rate("工伤保险单位费率", 70),
  "insurance.maternityUnit": rate("生育保险单位费率", 50),
  "insurance.overAgeInjury": {
    name: "超龄人员办不办工伤保险",
    group: "insurance",
    kind: "choice",
    options: { ON: "办", OFF: "不办" },
    accept: z.enum(["ON", "OFF"]),
    fallback: "ON",
    meaning: "劳务协议、超过退休年龄还在岗的人，是否应办工伤保险。不计入应参保人数。",
  },
  "insurance.pensionMonths": insurance(
    "养老保险最低缴费月数",
    "个月",
    480,
    180,
    "到退休年龄不够这个数的要延长缴费。2030年起每年提高6个月，直到240个月，按生效日录入。",
  ),
  "insurance.registerDays": insurance(
    "入职后参保期限",
    "天",
    90,
    30,
    "社会保险法第五十八条。入职当天是第0天，超过算违规缺口。",
  ),
  "insurance.cutOffDay": insurance(
    "每月增减员截止日",
    "日",
    28,
    25,
    "当月的增员、减员要在这一天前报送，过了算下个月。",
  ),
  "insurance.checkDays": insurance("增减员审核时限", "个工作日", 30, 3, "从提交的次日起算。"),
  "insurance.gapDays": insurance("查明缺口原因时限", "个工作日", 60, 5, "从满期后的次日起算。"),
  "insurance.legDays": insurance(
    "转移接续每段时限",
    "个工作日",
    60,
    15,
    "受理、发函、划转各一段，是外单位的时限，只提示不考核。",
  ),
} as const;
