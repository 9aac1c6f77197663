export { answerSignIn as GET, answerSignIn as POST } from "@/lib/auth/handler";
