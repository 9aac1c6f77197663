import { Tabs } from "@/components/ui/tabs";

const pages = [
  { href: "/dormitories", label: "宿舍" },
  { href: "/dormitories/applications", label: "申请和轮候" },
  { href: "/dormitories/rounds", label: "批次分配" },
  { href: "/dormitories/residents", label: "入住登记" },
  { href: "/dormitories/repairs", label: "维修" },
  { href: "/dormitories/stars", label: "评星" },
] as const;

/** The parts of the matter; each is a page of its own. */
export function DormitoryTabs({ at }: { at: (typeof pages)[number]["href"] }) {
  return <Tabs label="职工宿舍" items={pages.map((page) => ({ ...page, current: page.href === at }))} />;
}
