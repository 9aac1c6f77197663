/** Inside the frame, so that one can go on from the navigation. */
export { Missing as default } from "@/components/shell/missing";
