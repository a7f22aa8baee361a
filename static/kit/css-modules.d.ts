declare module '*.module.css' {
  /** Class names as the build made them. */
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
