import { Choice, ChoicePair, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myCases } from "@/lib/cases/mine/queries";
import { maskedFamilyName } from "@/lib/masks";
import { myBookings } from "@/lib/reception/bookings/queries";
import { openDay } from "@/lib/reception/days/queries";
import { ownMessage, ownReminder } from "@/lib/schooling/planner/queries";
import { MyFrame } from "./frame";

export const metadata = { title: "首页" };

export default async function MyHomePage() {
  const permit = await authorise("my.home");
  const [day, bookings, cases, school, message] = await Promise.all([
    openDay(permit),
    myBookings(permit),
    myCases(permit),
    ownReminder(permit),
    ownMessage(permit),
  ]);
  const ticket = bookings.find(({ state }) => state === "live");
  const waiting = cases.filter(({ waitsForMe }) => waitsForMe);
  const running = cases.filter(({ isSettled }) => !isSettled);
  const booking = ticket
    ? { href: `/my/book/${ticket.id}`, title: "我约的时间", sub: `${ticket.dateSpoken} ${ticket.timeSpoken}` }
    : { href: "/my/book", title: "找领导说事", sub: day ? `下次 ${day.dateSpoken}上午` : "还没定下次是哪天" };

  return (
    <MyFrame isHome>
      <WorkerHead title={`${maskedFamilyName(permit.actor.name)}，您好`} />
      {waiting[0] && (
        <Says tone="info" title={waiting[0].short}>
          <a href={`/my/cases/${waiting[0].id}`}>{waiting[0].title}</a>
        </Says>
      )}
      {message && (
        <Says tone="warn" title={`工会提醒您：孩子 ${message.year} 年该上学了`}>
          <a href="/my/schooling">现在要准备什么，点这里看</a>
        </Says>
      )}
      <Choice {...booking} icon="talk" main />
      <Choice
        href="/my/cases"
        title="我的事"
        sub={running.length > 0 ? `${running.length} 件正在办` : "看看说过的事办得怎么样"}
        icon="list"
      />
      <ChoicePair>
        <Choice href="/my/hardship" title="家里有困难" sub="申请帮助" icon="heart" />
        <Choice href="/my/relief" title="遇上急事" sub="着火、重病、意外" icon="warning" />
      </ChoicePair>
      <ChoicePair>
        <Choice href="/my/insurance" title="我的社保" sub="办了几样" icon="shield" />
        <Choice href="/my/dormitory" title="住宿舍" sub="申请、报修" icon="bed" />
      </ChoicePair>
      <Choice
        href="/my/schooling"
        title="孩子上学"
        sub={school ? `您家孩子 ${school.year} 年该上学了，现在就要准备` : "登记入学，看还差什么材料"}
        icon="school"
      />
      <ChoicePair>
        <Choice href="/my/received" title="我收到的" icon="gift" />
        <Choice href="/my/notices" title="公示" icon="megaphone" />
      </ChoicePair>
      <ChoicePair>
        <Choice href="/my/info" title="我的信息" icon="person" />
        <Choice href="/my/account" title="登录密码" icon="lock" />
      </ChoicePair>
      <Choice href="/my/who-looked" title="谁看过我的信息" icon="eye" />
    </MyFrame>
  );
}
