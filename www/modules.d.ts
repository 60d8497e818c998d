/** A style sheet, as the build gives it: its text. */
declare module "*.css" {
  const text: string;
  export default text;
}
