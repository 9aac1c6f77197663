import type { CaseText, ProgrammeTexts } from "./case-texts";

const facilities: readonly CaseText[] = [
  { topic: "工具车辆", title: "保洁车电池跑不动，半天就没电", content: "电池用了三年，充满只能跑半个上午，推着车回来好几次。", demand: "换电池", handler: "station", weight: "ORDINARY", answer: "电池检测容量不足，已更换新电池，旧电池按规定回收。", suits: "frontline" },
  { topic: "工具车辆", title: "手推车轮子掉胶，推着费劲", content: "轮胎开裂，推满一车要两个人。", demand: "换轮胎", handler: "station", weight: "SIMPLE", answer: "当天换好两只实心轮，另备一套放在班组。", suits: "frontline" },
  { topic: "工具车辆", title: "洒水车后尾灯不亮，夜里危险", content: "夜班作业后尾灯时亮时不亮，后车差点追尾。", demand: "马上修", handler: "设施科", weight: "SIMPLE", answer: "线路短路已修复，全队车辆灯光普查一遍，问题车三台已修。", suits: "driver" },
  { topic: "工具车辆", title: "铁锹、夹子不够分", content: "新来了四个人，工具两个人用一套。", demand: "补齐工具", handler: "station", weight: "SIMPLE", answer: "已补发铁锹六把、夹子十把，工具台账已更新。", suits: "frontline" },
  { topic: "公厕转运站", title: "公厕工具间漏雨，被褥都湿了", content: "值班歇息的工具间房顶漏，下雨拿盆接。", demand: "修房顶", handler: "设施科", weight: "ORDINARY", answer: "防水已重做，淋水试验合格，被褥已更换。", suits: "frontline" },
  { topic: "公厕转运站", title: "转运站除臭风机声音大，震得头疼", content: "风机轴承响，一个班下来耳朵嗡嗡的。", demand: "检修风机", handler: "设施科", weight: "ORDINARY", answer: "更换轴承并加装减震垫，噪声检测合格，操作工已配耳塞。", suits: "frontline" },
  { topic: "公厕转运站", title: "公厕管理间没有暖气", content: "管理间只有一个小电暖，插座还不够用。", demand: "解决取暖", handler: "设施科", weight: "ORDINARY", answer: "加装壁挂电暖器并单独布线，电费由单位承担。", suits: "frontline" },
  { topic: "休息点", title: "班组休息点的微波炉坏了", content: "中午带的饭没法热，吃凉饭胃疼。", demand: "换一台", handler: "station", weight: "SIMPLE", answer: "已换新微波炉，并加贴使用须知。", suits: "frontline" },
  { topic: "休息点", title: "{road}休息点要拆，往哪儿搬", content: "沿街改造通知月底前腾退，三十多人没地方换衣服。", demand: "先找好地方再拆", handler: "设施科", weight: "COMPLEX", answer: "已与街道商定临时用房一处，水电接通，搬迁当天开放。", suits: "frontline" },
];

const contactPoints: readonly CaseText[] = [
  { topic: "基层反映的问题", title: "早班食堂六点才开，扫完第一遍吃不上热饭", content: "领导到{team}走访时职工反映，四点上岗，食堂六点开门，等饭的工夫又该上第二遍了。", demand: "提前开饭", handler: "后勤科", weight: "ORDINARY", answer: "食堂改为五点二十开门，粥和鸡蛋先上，连续一周到班组回看满意。", suits: "frontline" },
  { topic: "基层反映的问题", title: "转运站门口积水，一下雨车进不来", content: "现场走访发现站口低洼，雨天积水二十多厘米。", demand: "改造排水", handler: "设施科", weight: "COMPLEX", answer: "已抬高路面并增设雨水篦子，两场雨后无积水。", suits: "frontline" },
  { topic: "基层反映的问题", title: "新职工培训只讲半天，路上不会避车", content: "座谈时班长提出，新来的人安全培训太短。", demand: "把培训做实", handler: "安全科", weight: "ORDINARY", answer: "新职工培训改为两天，增加路口实操，考核合格才上岗。", suits: "frontline" },
  { topic: "基层反映的问题", title: "女职工更衣室和男更衣室只隔一块板", content: "走访时女工反映更衣不方便，夏天更难。", demand: "隔开", handler: "后勤科", weight: "ORDINARY", answer: "已砌实墙并装门锁，另加通风窗。", suits: "woman" },
  { topic: "基层反映的问题", title: "落叶季人手不够，连着干十二天没有休息", content: "跟班劳动时了解到，落叶高峰期调休排不开。", demand: "增派人手，保证轮休", handler: "业务科", weight: "ORDINARY", answer: "从机扫队抽调二十人支援，保证每周至少休一天，欠休在淡季补齐。", suits: "frontline" },
];

export const workTexts = { facilities, "contact-points": contactPoints } satisfies Partial<ProgrammeTexts>;
