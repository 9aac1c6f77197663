import type { CaseText, ProgrammeTexts } from "./case-texts";

const insurance: readonly CaseText[] = [
  { topic: "参保登记", title: "想参加职工社保，不知道要交什么材料", content: "入职已满三个月，一直只有老家的居民医保，听班里人说可以上五险，问要准备什么、单位和个人各交多少。", demand: "办理五险参保登记", handler: "人事科", weight: "ORDINARY", answer: "已收齐身份证和劳动合同复印件，本月增员已报送，下月起五险正常缴费，个人部分从工资代扣。", suits: "migrant" },
  { topic: "参保登记", title: "老家新农合没停，办不了职工医保", content: "经办机构提示本人在原籍参加居民医保未停，职工医保增员被退回，本人不会在手机上办停保。", demand: "帮忙联系原籍停保", handler: "人事科", weight: "COMPLEX", answer: "已与原籍医保经办联系并代写停保申请，原籍已停，增员重新报送成功。", suits: "migrant" },
  { topic: "参保登记", title: "派遣公司迟迟不给上工伤保险", content: "转到{team}快两个月，派遣公司说系统升级，工伤保险一直没有上，担心路上作业出事没人管。", demand: "督促派遣公司马上办", handler: "人事科", weight: "ORDINARY", answer: "已约谈派遣公司负责人，当日补办工伤保险登记，参保凭证已交本人。" },
  { topic: "中断续保", title: "社保断了{days}个月，想接着交", content: "去年家里有事离岗一段时间，回来后社保一直没有续上，手机上查显示暂停缴费。", demand: "恢复缴费", handler: "人事科", weight: "ORDINARY", answer: "已按中断续保报送，本月恢复缴费；断缴期间的医保待遇已当面说明。" },
  { topic: "转移接续", title: "以前在外地交的养老保险想转过来", content: "在外地工厂上班时交过四年多养老保险，想合到一起，不然怕年限不够。", demand: "办理养老保险关系转移", handler: "人事科", weight: "COMPLEX", answer: "联系函已收到，原参保地资金已到账，缴费年限合并计算，凭证已交本人。", suits: "migrant" },
  { topic: "转移接续", title: "转移手续办了两个月没有消息", content: "三个月前交了转移申请，至今没有短信也没有人通知，问到哪一步了。", demand: "查一下进度", handler: "人事科", weight: "SIMPLE", answer: "经查询，原参保地已于本周发函，预计十五个工作日内到账，到账后电话通知本人。", outcome: "EXPLAINED" },
  { topic: "缴费基数", title: "工资条上社保扣得比同事多", content: "{m}工资条社保个人部分扣了比同班同事多六十多块，问基数是怎么算的。", demand: "核对缴费基数", handler: "人事科", weight: "SIMPLE", answer: "已核对：本人上年平均工资高于同事，基数无误，计算表已当面给本人看过。", outcome: "EXPLAINED" },
  { topic: "缴费基数", title: "基数按最低工资报了，想改正", content: "上年夜班多，实际收入比申报的基数高，担心退休金受影响。", demand: "按实际工资重新申报", handler: "人事科", weight: "ORDINARY", answer: "核实工资台账后确有少报，已办理基数更正，差额下月补缴，单位部分由单位承担。" },
  { topic: "医保报销", title: "住院费自己垫了{yuan}元，怎么报", content: "上个月急性阑尾炎住院，当时医保卡没有激活，出院自己全额付款，票据都在。", demand: "办理手工报销", handler: "人事科", weight: "ORDINARY", answer: "材料已代为递交医保经办窗口，报销款已打到本人银行卡。" },
  { topic: "医保报销", title: "异地住院没备案，能不能补", content: "回老家探亲时老毛病犯了住院，没有办异地备案，报销比例低了很多。", demand: "补办备案，重新结算", handler: "人事科", weight: "ORDINARY", answer: "已补办异地就医备案，重新结算后补回差额。", suits: "migrant" },
  { topic: "社保咨询", title: "还差几年才够十五年，想问怎么办", content: "明年到退休年龄，养老保险只交了十二年多，问能不能延长缴费。", demand: "说明有几种办法", handler: "人事科", weight: "SIMPLE", answer: "已当面说明延长缴费和转居民养老两种办法的差别，测算表已给本人，本人选择延长缴费。", outcome: "EXPLAINED" },
  { topic: "社保咨询", title: "超龄了还在干，受伤算不算工伤", content: "签的是劳务协议，听说超龄人员也能上工伤保险，问我们上了没有。", demand: "查询参保情况", handler: "人事科", weight: "SIMPLE", answer: "已查询，工伤保险本人已参保，另有单位统一办理的意外险，凭证复印件已交本人。" },
];

const people: readonly CaseText[] = [
  { topic: "劳动合同", title: "合同快到期了，问还续不续", content: "派遣合同下个月到期，班长说等通知，心里没底，怕耽误孩子在这边上学。", demand: "尽快给个准信", handler: "人事科", weight: "ORDINARY", answer: "已核定续签，派遣公司本周到班组现场签合同，期限两年。" },
  { topic: "劳动合同", title: "手里没有合同原件", content: "入职时签了合同，一直没有给本人一份，现在办居住证要用。", demand: "给一份合同原件", handler: "人事科", weight: "SIMPLE", answer: "合同原件已由派遣公司补交，今天由班组长转交本人签收。", suits: "migrant" },
  { topic: "工资考勤", title: "{m}少发了两天加班费", content: "{m}双休日顶班四天，工资条上只算了两天，班组考勤表有记录。", demand: "核对考勤，补发加班费", handler: "station", weight: "ORDINARY", answer: "经与考勤表核对，确少记两天，差额随下月工资补发。" },
  { topic: "工资考勤", title: "请病假的工资怎么扣的看不懂", content: "腰疼请了{days}天病假，工资少了一千多，问是按什么算的。", demand: "把算法讲清楚", handler: "人事科", weight: "SIMPLE", answer: "按病假工资规定逐项核算，当面给本人讲解并出具计算单，本人表示明白。", outcome: "EXPLAINED" },
  { topic: "工资考勤", title: "夜班津贴没有发", content: "机扫夜班从上月起排了十二个，夜班津贴一项是空的。", demand: "补发夜班津贴", handler: "station", weight: "ORDINARY", answer: "系排班表未及时上报，已补报，津贴与本月工资一并发放。", suits: "driver" },
  { topic: "证明材料", title: "要开一份在职和收入证明", content: "老家给孩子办助学贷款，需要单位开在职证明和近半年收入证明。", demand: "开证明", handler: "人事科", weight: "SIMPLE", answer: "证明已开好盖章，由联络员带到班组，本人已领取。" },
  { topic: "证明材料", title: "办居住证要单位的务工就业证明", content: "居住证快到期，派出所要单位出具务工就业证明和宿舍居住证明。", demand: "出具两份证明", handler: "人事科", weight: "SIMPLE", answer: "两份证明已出具，提醒到期前三十天到派出所办理签注。", suits: "migrant" },
  { topic: "证明材料", title: "退休证丢了，想补一个", content: "搬家时退休证找不到了，办老年公交卡要看原件。", demand: "补办退休证", handler: "离退休管理科", weight: "ORDINARY", answer: "已核对档案并补办，退休证由离退休管理科送到家中。", suits: "retiree" },
  { topic: "退休手续", title: "快到年龄了，退休手续怎么走", content: "听说退休年龄有变化，自己是哪个月退、要不要提前交材料，都不清楚。", demand: "说清时间和材料", handler: "人事科", weight: "SIMPLE", answer: "按出生年月核算了退休月份，材料清单一次性告知，提前三个月来人事科办理。", outcome: "EXPLAINED" },
  { topic: "退休手续", title: "档案里的出生日期和身份证不一样", content: "早年档案写的是农历，比身份证晚了四十多天，担心影响退休时间。", demand: "按哪个算要有个说法", handler: "人事科", weight: "COMPLEX", answer: "已调阅档案并报上级认定，以最早记载的档案日期为准，书面结果已交本人。", outcome: "EXPLAINED" },
];

const reception: readonly CaseText[] = [
  { topic: "工资待遇", title: "希望节假日顶班费按时兑现", content: "国庆、春节都在街上，顶班费有时拖一个多月才发，年轻人都不愿意顶班。", demand: "顶班费次月发清", handler: "人事科", weight: "ORDINARY", answer: "已与财务科商定：节假日顶班费单独造表，次月随工资发清，{m}欠发部分已补。" },
  { topic: "工资待遇", title: "派遣工和合同工同岗，奖金差得多", content: "一样的路段一样的活，季度奖差了将近一半，班里议论很大。", demand: "同岗同奖", handler: "人事科", weight: "COMPLEX", answer: "局里已研究，从下季度起考核奖按路段和质量评定，不分用工形式，方案已在班组公布。", outcome: "PARTLY" },
  { topic: "劳动合同", title: "换了派遣公司，工龄还算不算", content: "派遣公司去年换了一家，新合同上工龄从头写起，担心以后补偿吃亏。", demand: "工龄连续计算", handler: "人事科", weight: "ORDINARY", answer: "已要求新公司在合同补充条款中写明连续计算工龄，补充协议本人已签收。" },
  { topic: "劳动保护与工具", title: "雨衣太薄，下雨天里外全湿", content: "今年发的雨衣薄，骑车一挂就破，反光条也掉。", demand: "换厚一点的", handler: "station", weight: "ORDINARY", answer: "该批雨衣已退换，新雨衣加厚并缝反光条，班组已全部领到。", suits: "frontline" },
  { topic: "劳动保护与工具", title: "扫帚配发少，自己买的能不能报", content: "{road}落叶季一周用坏两把大扫帚，配发跟不上，自己买了三把。", demand: "增加配发，报销自购的", handler: "station", weight: "SIMPLE", answer: "落叶季每人每周增发一把，自购三把凭收据已报销。", suits: "frontline" },
  { topic: "劳动保护与工具", title: "电动保洁车刹车不灵，报修等得太久", content: "保洁车刹车软，报修后等了{days}天还没有配件，不敢上主路。", demand: "先换一台备用车", handler: "设施科", weight: "ORDINARY", answer: "当日调拨备用车一台，原车刹车总成已换好，经本人试车签字。", suits: "frontline" },
  { topic: "医疗工伤", title: "作业时被电动车撞伤，工伤还没认定", content: "清早扫{road}时被电动车从后面撞倒，小腿骨折，公司说材料不全认不了工伤。", demand: "尽快认定工伤", handler: "人事科", weight: "COMPLEX", answer: "已补齐事故责任认定书和证人证言并代为申请，工伤认定书已下达，医药费已先行垫付。", suits: "frontline" },
  { topic: "医疗工伤", title: "手被碎玻璃割伤，医药费怎么报", content: "捡拾垃圾时手套被划破，缝了五针，花了{yuan}元。", demand: "报销医药费，换防割手套", handler: "station", weight: "ORDINARY", answer: "按工伤备案处理，费用已报，全班已换发防割手套。", suits: "frontline" },
  { topic: "离退休待遇", title: "老楼没有电梯，冬天取暖费补贴没到账", content: "往年十一月就发，今年到现在没到账，几个老同事都没收到。", demand: "查一下什么时候发", handler: "离退休管理科", weight: "SIMPLE", answer: "因银行卡信息更新晚发一周，已于昨日补发到账，逐户电话确认。", suits: "retiree" },
  { topic: "离退休待遇", title: "退休党员活动室想添几把椅子", content: "活动室椅子少，来晚了的老同志只能站着，冬天门口漏风。", demand: "添椅子、修门", handler: "离退休管理科", weight: "ORDINARY", answer: "已添置折叠椅二十把，门封条已换。", suits: "retiree" },
  { topic: "政策咨询", title: "问退休返聘要签什么协议", content: "今年到年龄，身体还行，想接着干，问协议怎么签、有没有保险。", demand: "说清楚政策", handler: "人事科", weight: "SIMPLE", answer: "已当面说明：签劳务协议，单位办理工伤保险和意外险，一年一签，体检合格后上岗。", outcome: "EXPLAINED", suits: "frontline" },
  { topic: "政策咨询", title: "高温津贴从哪天开始算", content: "今年夏天热得早，班里都在问津贴按天还是按月、雨天算不算。", demand: "给个准话", handler: "人事科", weight: "SIMPLE", answer: "按日最高气温三十五度以上的出勤天数计算，随当月工资发放，已在班组张贴说明。", outcome: "EXPLAINED", suits: "frontline" },
  { topic: "意见建议", title: "建议早班交接点装一盏灯", content: "凌晨四点多在{road}口交接，路灯照不到，签到本看不清，也不安全。", demand: "装灯", handler: "设施科", weight: "ORDINARY", answer: "已与道路照明单位会商，交接点加装太阳能灯一盏，已亮灯。", suits: "frontline" },
  { topic: "意见建议", title: "建议把接待日也开到班组去", content: "早班走不开，来一趟机关要倒两趟车，能不能隔两个月到所里接待一次。", demand: "到基层接待", handler: "党委办公室", weight: "ORDINARY", answer: "局党委同意，每季度安排一次到所里现场接待，首次定在环卫一所。", suits: "frontline" },
  { topic: "其他", title: "女工更衣柜锁坏了几个月", content: "女更衣室六个柜子锁坏，衣服只能放在车上，说过两次没有人修。", demand: "修好柜锁", handler: "station", weight: "SIMPLE", answer: "六把柜锁已更换，钥匙由本人领走。", suits: "woman" },
  { topic: "其他", title: "班组饮水机坏了，一上午没水喝", content: "{team}的饮水机不出热水，报了一周没人来。", demand: "修或者换", handler: "station", weight: "SIMPLE", answer: "已换新饮水机，桶装水改为每周送两次。", suits: "frontline" },
];

const discipline: readonly CaseText[] = [
  { topic: "管理作风投诉", title: "反映班组排班不公", content: "连续三个月夜班都排给外地来的几个人，问原因说是领导定的，不让问。", demand: "排班公开", handler: "纪检监察室", weight: "COMPLEX", answer: "已向有关人员核实并谈话提醒，排班表自本月起提前一周张贴，轮流排班。" },
  { topic: "管理作风投诉", title: "反映管理人员说话难听、动不动罚款", content: "迟到五分钟当众训斥，还要扣一百块，没有看到哪里有这个规定。", demand: "停止乱罚款，要个说法", handler: "纪检监察室", weight: "COMPLEX", answer: "经查罚款没有依据，已退还，当事人作了检查并向职工道歉。" },
  { topic: "管理作风投诉", title: "反映劳保用品没有足额发到手", content: "签字领三副手套，实际只给了两副，说剩下的统一保管。", demand: "按签领表发齐", handler: "纪检监察室", weight: "COMPLEX", answer: "已清点库存与签领表，差额已补发到人，责任人已批评教育。" },
];

export const peopleTexts = { insurance, people, reception, discipline } satisfies Partial<ProgrammeTexts>;
