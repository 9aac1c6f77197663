import { Missing } from "@/components/shell/missing";
import { WorkerFrame } from "@/components/shell/worker-frame";
import { officePhone } from "@/lib/office";

export default function WorkerNotFound() {
  return (
    <WorkerFrame phone={officePhone()} back={{ href: "/my", label: "首页" }}>
      <Missing />
    </WorkerFrame>
  );
}
