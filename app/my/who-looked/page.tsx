import { BigButton, Says, WorkerHead } from "@/components/ui/worker";
import { whoLooked } from "@/lib/audit/looks/queries";
import { LookedFilter } from "@/lib/audit/schema";
import { authorise } from "@/lib/auth/gate";
import { MyFrame } from "../frame";

export const metadata = { title: "谁看过我的信息" };

export default async function WhoLookedPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const permit = await authorise("my.whoLooked");
  const { after } = LookedFilter.parse(await searchParams);
  const looks = await whoLooked(permit, after);

  return (
    <MyFrame back="/my">
      <WorkerHead title="谁看过我的信息" lead="谁看过、改过您的信息，这里都记着，谁也删不掉。" />
      {looks.rows.length === 0 && <Says>{looks.hasBefore ? "没有更早的了。" : "还没有人看过。"}</Says>}
      <ol className="grid gap-3">
        {looks.rows.map((look) => (
          <li key={look.id} className="rounded-card border-2 border-line bg-surface px-4 py-3">
            <p className="text-note text-ink-2 num">{look.at}</p>
            <p>
              <b>{look.who}</b> {look.what}
            </p>
            {look.why && <p className="text-ink-2">为什么：{look.why}</p>}
          </li>
        ))}
      </ol>
      <div className="mt-5 grid gap-3">
        {looks.next && <BigButton href={`/my/who-looked?after=${looks.next}`}>看更早的</BigButton>}
        {looks.hasBefore && <BigButton href="/my/who-looked">回到最近的</BigButton>}
      </div>
      <p className="mt-5 text-ink-2">觉得不该有人看？打下面的电话问。</p>
    </MyFrame>
  );
}
