import type { Sex } from "@/lib/people/rules";
import { dice, type Dice } from "./random";

// Surnames roughly by how common they are; each stands as often as its share asks for.
const SURNAMES = weighted(
  "王21 李20 张20 刘16 陈11 杨9 赵9 孙7 周6 吴6 徐5 马5 朱4 胡4 郭4 高4 林3 何3 罗3 梁3 宋3 郑3 谢3 韩3 唐2 冯2 于3 董2 " +
    "程2 曹2 袁2 邓2 许2 傅1 沈1 曾1 彭2 吕2 苏1 卢1 蒋1 蔡1 贾2 丁2 魏2 薛1 叶1 阎1 余1 潘1 杜2 戴1 夏1 钟1 汪1 田2 任2 姜2 " +
    "范1 方1 石2 姚1 谭1 廖1 邹1 熊1 金2 陆1 郝2 孔1 白1 崔2 康1 毛1 邱1 秦1 江1 史1 顾1 侯2 邵1 孟2 龙1 万1 段1 雷1 钱1 汤1 尹2 " +
    "黎1 易1 常1 武1 乔1 贺1 赖1 龚1 文1 穆1 滕1 纪1 解1 单1 仇1 欧阳1 司马1 诸葛1",
);
const MEN_FIRST = Array.from("建国志永文德春福海玉金长宝国学明家立庆占洪树广振云胜俊新传继兴忠义成");
const MEN_LAST = Array.from("军强国平华民生林山海涛明亮刚勇义成峰龙杰波辉东祥才良友来顺喜贵财全和");
const MEN_SINGLE = Array.from("军强伟刚勇涛明亮斌杰波辉鹏超磊浩凯宁岩");
const WOMEN_FIRST = Array.from("秀玉桂淑红金春凤艳丽海月美小晓翠兰素爱雪文彩俊");
const WOMEN_LAST = Array.from("英兰珍芳荣华梅霞玲香莲凤云红琴萍娟霖环芝敏花菊燕");
const WOMEN_SINGLE = Array.from("丽敏静艳娟霞玲芳燕红梅莉娜洁颖婷");
const CHILD_LAST = Array.from("涵轩宇怡欣诺阳睿晨悦桐辰瑶安然");

/** Names that stand for whole groups of trouble: letters beyond the common planes, dots, compound surnames. */
const UNUSUAL: Record<Sex, readonly string[]> = {
  MALE: ["龙䶮", "买买提·艾力", "陈𬭎", "欧阳国强", "阿卜杜·热合曼", "刘㺹"],
  FEMALE: ["王䶮", "古丽娜·艾山", "李𬀩", "诸葛秀兰", "张㛃"],
};

/** The name of row `row`; the syllables are real, the person is not. */
export function nameOf(sex: Sex, row: number): string {
  const chance = dice("name", row);
  if (chance.chance(0.004)) return chance.pick(UNUSUAL[sex]);
  return chance.pick(SURNAMES) + givenName(sex, chance);
}

/** A child's name under the parent's surname. */
export function childNameOf(surname: string, row: number): string {
  const chance = dice("child", row);
  return `${surname}${chance.pick([...MEN_FIRST.slice(0, 8), "子", "梓", "一", "思", "佳", "雨"])}${chance.pick(CHILD_LAST)}`;
}

/** 民族 of the demo roster: nine in ten 汉族. */
export function ethnicityOf(name: string, row: number): string {
  if (name.includes("·")) return "维吾尔族";
  const chance = dice("ethnicity", row);
  return chance.chance(0.93) ? "汉族" : chance.pick(["回族", "回族", "满族", "蒙古族", "朝鲜族", "土家族"]);
}

function givenName(sex: Sex, { chance, pick }: Dice): string {
  const isMan = sex === "MALE";
  if (chance(0.16)) return pick(isMan ? MEN_SINGLE : WOMEN_SINGLE);
  return pick(isMan ? MEN_FIRST : WOMEN_FIRST) + pick(isMan ? MEN_LAST : WOMEN_LAST);
}

function weighted(list: string): string[] {
  return list.split(" ").flatMap((entry) => {
    const name = entry.replace(/\d+$/, "");
    return Array.from({ length: Number(entry.slice(name.length)) }, () => name);
  });
}
