import { BigButton, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myInsurance, type MyInsurance } from "@/lib/insurance/mine/queries";
import { schemeWords } from "@/lib/insurance/words";
import { yuan } from "@/lib/money";
import { officePhone } from "@/lib/office";
import { MyFrame } from "../frame";

export const metadata = { title: "我的社保" };

export default async function MyInsurancePage() {
  const permit = await authorise("my.insurance");
  const mine = await myInsurance(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="我的社保" lead={leadOf(mine)} />
      {mine.form && (
        <Says tone="info" title={mine.form.short}>
          {mine.form.says}
        </Says>
      )}
      {mine.has.length > 0 && (
        <Says tone="ok" title={`已经办了 ${mine.has.length} 样`}>
          <ul className="grid gap-2">
            {mine.has.map(({ scheme, since }) => (
              <li key={scheme}>{`${schemeWords[scheme]}保险，从${since}开始交`}</li>
            ))}
          </ul>
        </Says>
      )}
      {mine.missing.length > 0 && (
        <Says tone="warn" title={`还有 ${mine.missing.length} 样没办`}>
          {mine.missing.map((scheme) => schemeWords[scheme]).join("、")}
          。办社保是单位必须做的事，写了「不参保」的条子也不算数。把身份证、合同交给联络员就能办。
        </Says>
      )}
      <Paid mine={mine} />
      <Ask mine={mine} />
      <BigButton href="/my/cases">看我的事办到哪一步</BigButton>
    </MyFrame>
  );
}

function leadOf({ isOwed, missing, has }: MyInsurance): string {
  if (!isOwed && has.length === 0) return "您现在不用由单位交社保。";

  return missing.length === 0 ? "该办的都办好了。" : "有几样还没办，单位要给您办齐。";
}

function Paid({ mine }: { mine: MyInsurance }) {
  if (mine.baseFen === null || mine.has.length === 0) return null;

  return (
    <Says title="每个月交多少">
      <ul className="grid gap-2">
        <li>{`从您工资里扣 ${yuan(mine.personFen)} 元`}</li>
        <li>{`单位另外替您交 ${yuan(mine.unitFen)} 元`}</li>
        <li>{`按 ${yuan(mine.baseFen)} 元算（叫缴费基数）`}</li>
      </ul>
      {mine.clamp === "FLOOR" && mine.wageFen !== null && (
        <p className="mt-2">{`您的月工资是 ${yuan(mine.wageFen)} 元，比规定的最低数少，所以按最低数交。`}</p>
      )}
      {mine.clamp === "CAP" && <p className="mt-2">您的工资比规定的最高数多，所以按最高数交。</p>}
    </Says>
  );
}

function Ask({ mine: { ask, has, agencyName } }: { mine: MyInsurance }) {
  const phone = ask?.phone ?? officePhone();
  const isAgency = has.some((one) => one.isAgency) && agencyName;

  return (
    <Says title="问谁">
      {ask ? `单位联络员${ask.name}` : "人事科社保专员"}，电话{" "}
      <a href={`tel:${phone.replaceAll(/[^\d+]/g, "")}`}>{phone}</a>。
      {isAgency && <p className="mt-2">{`您的社保由${agencyName}交，钱不对也可以问联络员。`}</p>}
    </Says>
  );
}
