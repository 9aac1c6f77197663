import { Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myCases } from "@/lib/cases/mine/queries";
import { MyFrame } from "../frame";

export const metadata = { title: "我的事" };

export default async function MyCasesPage() {
  const permit = await authorise("my.cases");
  const cases = await myCases(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="我的事" lead={cases.length > 0 ? "点开看办到哪一步了" : undefined} />
      {cases.length === 0 && (
        <>
          <Says title="还没有记下来的事">有难处、有意见，约个时间找领导当面说。</Says>
          <Choice href="/my/book" title="找领导说事" icon="talk" main />
        </>
      )}
      {cases.map(({ id, title, short, since, waitsForMe }) => (
        <Choice
          key={id}
          href={`/my/cases/${id}`}
          title={title}
          sub={`${waitsForMe ? "等您看：" : ""}${short} · ${since}说的`}
        />
      ))}
    </MyFrame>
  );
}
