/**
 * Words that a password may not consist of, with or without figures and marks around them: the cores of the most
 * common passwords of published lists, and what everybody here would try first. Written as they are typed; the rules fold case, width and the usual
 * letter tricks before they compare. Numbers, keyboard rows and repetitions need no list: the rules see them by themselves.
 */
const common = `
password passwort passw0rd passwd pass pwd admin administrator root guest user users test tester testing demo login logon welcome
letmein master monkey dragon shadow sunshine princess football baseball basketball soccer hockey superman batman spiderman
iloveyou iloveu loveyou love lovely loveme lover forever michael jordan jessica jennifer michelle daniel ashley nicole charlie
thomas andrew robert william matthew joshua anthony hannah amanda samantha summer winter spring autumn hello hellohello freedom
whatever trustno trustnoone starwars pokemon computer internet samsung huawei xiaomi apple iphone android windows microsoft google
facebook linkedin twitter tencent alibaba taobao wechat weixin baidu qq qwert qwerty qwertyui qwertyuiop asdf asdfgh asdfghjkl
zxcv zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd abc abcd abcde abcdef abcdefg abcdefgh abcabc aabbcc aaa aaaa aaaaaa
aaaaaaaa xxxxxx zzzzzz secret secrets default changeme change system server manager oracle mysql database public private company
office work worker teacher student family money lucky happy angel flower butterfly cookie cheese pepper ginger chocolate
banana orange cherry purple silver golden diamond crystal tigger tiger panther eagle falcon phoenix hunter ranger killer matrix
mustang ferrari porsche mercedes corvette harley yankees lakers chelsea arsenal liverpool barcelona realmadrid player access
control security secure safety power energy number numbers nothing something please thanks thankyou goodluck godbless jesus
china chinese zhongguo zhonghua beijing shanghai guangzhou shenzhen chongqing tianjin tianjinshi hebei hexi heping nankai hedong
hebeiqu hongqiao binhai dongli xiqing jinnan beichen wuqing baodi ninghe jinghai jizhou tanggu quzhengfu shizhengfu zhengfu
woaini woaiwojia woaini1314 aini woai baobei laopo laogong mama baba mimi mima woshishui nihao xiexie zaijian pengyou jiayou
gongxi facai gongxifacai pingan jiankang xingfu kuaile yiqie dajia renmin aiguo zuguo gongchandang xiexieni buzhidao nishishui
wodemima shezhi mimashi dengluqi denglu yonghu yonghuming guanli guanliyuan xitong gongzuo bangong bangongshi danwei lingdao
`;

/** 环卫 and the bureau's own words, in characters and in pinyin. */
const ours = `
环卫 环卫局 环卫工 环卫工人 环卫职工 环卫职工之家 职工之家 环境卫生 环境卫生管理局 环卫处 环卫所 环卫一所 环卫二所 环卫三所 清扫 清扫一所 清扫二所 清扫队
清扫班 保洁 保洁员 清洁工 公厕 公厕所 转运站 直运中心 垃圾 垃圾车 洒水车 扫帚 扫把 马路天使 城市美容师 橙色 工会 工会主席 接待日 联络员 班长 宿舍 慰问 送温暖
天津 天津市 北京 上海 中国 和平区 河东区 河西区 南开区 河北区 红桥区 东丽区 西青区 津南区 北辰区 滨海新区 密码 我的密码 我是密码 登录 管理员 系统管理员 安全管理员 审计员
我爱你 我爱中国 我爱我家 我爱环卫 为人民服务 不忘初心 牢记使命 中国共产党 恭喜发财 新年快乐 万事如意 一帆风顺 平安健康 天天向上 好好学习 你好 谢谢 加油
huanwei huanweiju huanweigong huanweigongren huanweizhigong huanweizhijia zhigong zhigongzhijia huanjing huanjingweisheng weisheng
weishengju huanweisuo huanweichu qingsao qingsaoyisuo qingsaoersuo qingsaosuo baojie baojieyuan qingjie qingjiegong gongce
zhuanyunzhan zhiyun zhiyunzhongxin laji lajiche sashuiche saozhou saoba malutianshi meirongshi chengse gonghui zhuxi gonghuizhuxi
jiedairi lianluoyuan banzhang sushe weiwen songwennuan portal staffhome staff home sanitation cleaner cleaning sweeper street
hwj hwzg hwzj zgzj hwgl hwglj tjhw tjhwj
`;

export const blockedList: readonly string[] = `${common} ${ours}`.split(/\s+/).filter(Boolean);
