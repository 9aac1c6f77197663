import { Choice, Says, WorkerHead } from "@/components/ui/worker";
import { authorise } from "@/lib/auth/gate";
import { myNotices } from "@/lib/notices/mine/queries";
import { MyFrame } from "../frame";

export const metadata = { title: "公示" };

export default async function MyNoticesPage() {
  const permit = await authorise("my.notices");
  const notices = await myNotices(permit);

  return (
    <MyFrame back="/my">
      <WorkerHead title="公示" lead={notices.length > 0 ? "谁得了帮助、发多少，都贴出来。不对的可以说。" : undefined} />
      {notices.length === 0 && <Says title="现在没有公示">发钱、分名额之前，名单会贴在这里给大家看。</Says>}
      {notices.map(({ id, title, isRunning, until }) => (
        <Choice
          key={id}
          href={`/my/notices/${id}`}
          title={title}
          sub={isRunning ? `有意见说到${until}为止` : "已经结束"}
          icon="megaphone"
        />
      ))}
    </MyFrame>
  );
}
