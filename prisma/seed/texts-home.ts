import type { CaseText, ProgrammeTexts } from "./case-texts";

const dormitories: readonly CaseText[] = [
  { topic: "住宿申请", title: "早班离家太远，想住单位宿舍", content: "凌晨四点到岗，租的房子骑车要五十分钟，冬天路滑摔过一次。", demand: "申请一个床位", handler: "后勤科", weight: "COMPLEX", answer: "已安排{room}床位，今天办理入住，钥匙和柜子已交接。", suits: "migrant" },
  { topic: "住宿申请", title: "夫妻都是环卫工，想要一间夫妻房", content: "两口子分在两个宿舍点，轮休也碰不到一起，孩子在老家。", demand: "调到夫妻房", handler: "后勤科", weight: "COMPLEX", answer: "阳光宿舍有夫妻房腾出，按轮候次序安排，结婚证已核验，本周入住。", suits: "migrant" },
  { topic: "调宿", title: "同屋作息不一样，晚上睡不好", content: "自己早班三点半起，同屋两个人上中班，夜里十二点才回来，睡不成整觉。", demand: "调到早班屋", handler: "后勤科", weight: "ORDINARY", answer: "已调到早班同住的{room}，原床位当日退清。", suits: "migrant" },
  { topic: "调宿", title: "膝盖不好，想换下铺", content: "膝关节炎，爬上铺费劲，医院有诊断。", demand: "换下铺", handler: "后勤科", weight: "SIMPLE", answer: "已与同屋协商换为下铺，并登记为需照顾人员。", suits: "migrant" },
  { topic: "宿舍维修", title: "{room}厕所下水堵了", content: "下水返味，地面积水，通了一次第二天又堵。", demand: "彻底修好", handler: "后勤科", weight: "SIMPLE", answer: "已请专业队疏通主管并更换地漏，三天后回看没有再堵。" },
  { topic: "宿舍维修", title: "{room}门锁坏了，晚上关不上", content: "锁舌断了，用绳子拴着，屋里放着工资卡，不放心。", demand: "当天换锁", handler: "后勤科", weight: "SIMPLE", answer: "当天下午换好新锁，三把钥匙交屋长保管登记。" },
  { topic: "宿舍维修", title: "空调不制热，屋里只有十来度", content: "{room}空调吹出来是凉风，夜里要盖两床被子。", demand: "修空调", handler: "后勤科", weight: "SIMPLE", answer: "补加冷媒并更换四通阀，出风温度正常，住户已签字验收。" },
  { topic: "水电供暖", title: "洗澡水晚上九点就停，中班洗不上", content: "中班十点多才回来，热水已经停了，身上一股味没法睡。", demand: "延长热水时间", handler: "后勤科", weight: "ORDINARY", answer: "热水供应延长到晚上十一点半，已在浴室门口张贴。" },
  { topic: "水电供暖", title: "一屋三天跳了五次闸", content: "{room}一用电水壶就跳闸，怀疑线路老化。", demand: "检查线路", handler: "后勤科", weight: "SIMPLE", answer: "已更换空气开关并重新布线，同时提醒不使用大功率电器。" },
  { topic: "水电供暖", title: "暖气片不热，报过两次", content: "供暖半个月了，{room}暖气片只有上面一点温，老人孩子来探亲冻感冒了。", demand: "修到热为止", handler: "后勤科", weight: "SIMPLE", answer: "已排气并清洗管道，室温达到二十度，连测三天合格。" },
  { topic: "探亲房", title: "爱人带孩子来过寒假，想订探亲房", content: "孩子放假来住六天，问探亲房怎么订、要什么手续。", demand: "预订六晚", handler: "后勤科", weight: "SIMPLE", answer: "探亲房已订好六晚，来访人员信息已登记，免费使用。", suits: "migrant" },
  { topic: "退宿", title: "租到房子了，想退宿舍床位", content: "孩子要来上学，已经在学校边上租房，床位想交回。", demand: "办退宿", handler: "后勤科", weight: "SIMPLE", answer: "床位、钥匙、被褥已交接清点，退宿手续办结。", suits: "migrant" },
];

const schooling: readonly CaseText[] = [
  { topic: "小学入学", title: "孩子明年上小学，想在这边上", content: "夫妻都在环卫所上班，孩子明年满六周岁，一直带在身边，老家没有老人照看。", demand: "协调公办小学", handler: "工会", weight: "COMPLEX", answer: "已登记意向，材料清单一次性告知，教育部门初审、复审通过，已安排公办小学。", suits: "migrant" },
  { topic: "小学入学", title: "住单位宿舍没有租房备案，材料卡住了", content: "住的是单位宿舍，没有租赁备案证明，预约时系统过不去。", demand: "出宿舍居住证明，帮忙协调", handler: "工会", weight: "COMPLEX", answer: "已出具集体宿舍居住证明并附协调函，教育部门同意按单位宿舍审核。", suits: "migrant" },
  { topic: "小学入学", title: "错过了网上预约，还能不能补", content: "不会用电脑，等知道的时候网上预约已经关了。", demand: "帮忙补报", handler: "工会", weight: "COMPLEX", answer: "与教育部门沟通后列入统筹安排补登名单，已安排学校，下次由工会代为预约。", suits: "migrant" },
  { topic: "初中入学", title: "孩子小升初，想知道划到哪个学校", content: "孩子在这边读完小学，听说随迁子女初中要统筹安排，心里没底。", demand: "问清楚怎么划片", handler: "工会", weight: "ORDINARY", answer: "按教育部门公布的办法统筹安排，已陪同家长核对信息，录取通知书已收到。", suits: "migrant" },
  { topic: "转学", title: "孩子从老家转来读三年级", content: "爷爷奶奶年纪大管不了，孩子三年级下学期想转来。", demand: "联系接收学校", handler: "工会", weight: "COMPLEX", answer: "接收学校已确认，学籍转接在网上办结，开学报到。", suits: "migrant" },
  { topic: "转学", title: "转学要学籍号，老家学校说查不到", content: "原学校换了校长，学籍号对不上，转学申请提交不了。", demand: "帮忙查学籍", handler: "工会", weight: "ORDINARY", answer: "已致函原学校所在教育局，学籍信息已更正，申请提交成功。", suits: "migrant" },
  { topic: "材料咨询", title: "居住证和租房地址不一致怎么办", content: "居住证上是原来的地址，今年春天搬的家。", demand: "问要不要重办", handler: "工会", weight: "SIMPLE", answer: "已告知先到派出所变更居住证地址，再备案租赁合同，赶在窗口期前办完。", outcome: "EXPLAINED", suits: "migrant" },
  { topic: "材料咨询", title: "社保要连续交几个月才行", content: "听说要连续半年，自己中间断过一个月，问影不影响。", demand: "给个准话", handler: "工会", weight: "SIMPLE", answer: "已查阅当年通知并电话问清：断缴一个月可以补证明，证明由人事科出具。", outcome: "EXPLAINED", suits: "migrant" },
];

const hardship: readonly CaseText[] = [
  { topic: "困难申请", title: "爱人得了重病，家里实在撑不住", content: "爱人尿毒症每周透析三次，自付部分一个月三千多，孩子还在上学，只有我一个人挣钱。", demand: "申请困难职工建档", handler: "人事科", weight: "COMPLEX", answer: "两人入户核实，收入和支出符合条件，公示无异议，已建档并列入节日慰问。" },
  { topic: "困难申请", title: "一个人带两个孩子，房租都紧", content: "离婚后两个孩子都跟我，工资交完房租和学费剩不下多少。", demand: "看能不能帮一把", handler: "人事科", weight: "COMPLEX", answer: "按单亲低收入建档，本学期助学金已发，孩子寒假有免费托管。", suits: "woman" },
  { topic: "困难申请", title: "父亲摔伤瘫痪，请了护工负担重", content: "父亲股骨骨折后卧床，护工费一个月四千，兄弟两个都在打工。", demand: "申请临时困难帮扶", handler: "人事科", weight: "COMPLEX", answer: "经核算家庭人均收入高于标准，不符合建档条件，已转临时救助并联系社区护理。", outcome: "EXPLAINED" },
  { topic: "困难申请", title: "老伴住院花光积蓄，想申请帮扶", content: "老伴心脏搭桥自付六万多，退休金每月只够吃药。", demand: "申请帮扶", handler: "离退休管理科", weight: "COMPLEX", answer: "已入户核查并建档，大病帮扶金已打卡，今后节日列入走访。", suits: "retiree" },
  { topic: "走访慰问", title: "去年慰问品没有领到", content: "住院没有在家，米面油说代领了，回来没有见到。", demand: "查一下谁领的", handler: "人事科", weight: "ORDINARY", answer: "查签领表系邻居代领未转交，已收回并送到家中，代领手续已完善。" },
  { topic: "走访慰问", title: "独居老职工，希望有人常来看看", content: "老伴去世后一个人住，腿脚不好，买菜都难。", demand: "安排志愿者上门", handler: "离退休管理科", weight: "ORDINARY", answer: "已结对两名退休党员志愿者，每周上门一次，紧急联系电话已贴在床头。", suits: "retiree" },
  { topic: "政策咨询", title: "问困难职工要什么条件", content: "听说人均收入低于一个数可以申请，问怎么算、房子车子算不算。", demand: "讲清条件", handler: "人事科", weight: "SIMPLE", answer: "已逐条讲明收入计算和排除条件，发放宣传页一份。", outcome: "EXPLAINED" },
];

const relief: readonly CaseText[] = [
  { topic: "重病", title: "查出肿瘤急需手术费", content: "体检发现肺部占位，医院让尽快手术，押金要三万，手里只有一万出头。", demand: "申请临时救助", handler: "人事科", weight: "SIMPLE", answer: "按急难先行垫付一千元，核实后审批救助金三千元，已转账，凭证已签收。" },
  { topic: "意外", title: "下班路上被车撞了，肇事人没钱", content: "左臂骨折，对方是外卖员，只给了五百块。", demand: "先垫医药费", handler: "人事科", weight: "SIMPLE", answer: "已协助走交通事故和工伤程序，先行发放救助金两千元。" },
  { topic: "火灾", title: "租住的房子失火，被褥衣服都没了", content: "电动车充电起火，屋里东西烧光，人没事，一家三口没地方住。", demand: "解决住处和生活用品", handler: "后勤科", weight: "SIMPLE", answer: "当晚安排探亲房，被褥和棉衣当天送到，救助金已按程序发放。" },
  { topic: "去世", title: "职工因病去世，家属办后事困难", content: "家属从外地赶来，丧葬和食宿都要钱，老人孩子没有收入。", demand: "帮助办理后事，申请抚恤", handler: "人事科", weight: "ORDINARY", answer: "已派人陪同办理，慰问金和丧葬补助已发，抚恤材料已报送。" },
  { topic: "其他急难", title: "工资卡被骗走{yuan}元，生活费没了", content: "接到冒充社保的电话，转了账才知道被骗，这个月的房租交不上。", demand: "帮忙报警，借支工资", handler: "人事科", weight: "SIMPLE", answer: "已陪同报警止付，借支半个月工资，工会发放一次性救助五百元。" },
  { topic: "其他急难", title: "老家发大水，房子塌了一间", content: "父母的老房子被水冲了，要回去几天，路费和修房钱不够。", demand: "请假、申请救助", handler: "人事科", weight: "SIMPLE", answer: "已准假七天并安排顶岗，救助金两千元已转账。", suits: "migrant" },
];

export const homeTexts = { dormitories, schooling, hardship, relief } satisfies Partial<ProgrammeTexts>;
