import { Disclosure } from "@/components/ui/disclosure";
import { Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myBills, type MyBill } from "@/lib/dormitories/utilities/mine/queries";
import { yuan } from "@/lib/money";
import { MyFrame } from "../../frame";

export const metadata = { title: "我的水电费" };

/** The own share of each month in plain words, with how it was reckoned. */
export default async function MyBillsPage() {
  const permit = await authorise("my.dormitory");
  const [latest, ...older] = await myBills(permit);

  return (
    <MyFrame back="/my/dormitory">
      <WorkerHead title="我的水电费" lead="每人每月有免费的额度，超出的大家按住的天数分。" />
      {latest ? (
        <Says tone={latest.totalFen > 0n ? "info" : "ok"} title={headOf(latest)}>
          <How bill={latest} />
        </Says>
      ) : (
        <Says title="现在没有您的水电费">每个月结算、确认以后，这里看得到。</Says>
      )}
      {older.map((bill) => (
        <div key={bill.id} className="mt-4">
          <Disclosure summary={headOf(bill)}>
            <How bill={bill} />
          </Disclosure>
        </div>
      ))}
      <p className="mt-4 text-ink-2">觉得算得不对，请找宿舍管理员，或者打下面的电话。</p>
    </MyFrame>
  );
}

function headOf({ title, totalFen }: MyBill): string {
  return totalFen > 0n ? `${title}：您摊 ${yuan(totalFen)} 元` : `${title}：不用您出钱`;
}

function How({ bill }: { bill: MyBill }) {
  return (
    <>
      <p>{`${bill.site}，您住了 ${bill.nights} 晚。`}</p>
      {bill.says.map((sentence) => (
        <p key={sentence} className="mt-2">
          {sentence}
        </p>
      ))}
    </>
  );
}
