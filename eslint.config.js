import tseslint from "typescript-eslint"

export default tseslint.config(
  { ignores: ["**/bundle/**", "**/dist/**", "**/node_modules/**", "fixtures/documents/**"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "no-console": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-namespace": ["error", { allowDeclarations: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "Read configuration through Config." }]
    }
  },
  {
    // Test set-up starts processes and chooses databases before any layer exists.
    files: ["**/test/**", "**/*.test.ts", "**/examples/**"],
    rules: { "no-restricted-properties": "off", "no-console": "off" }
  },
  {
    // What a process is started with, which its C library reads before any program runs.
    files: ["packages/excv/src/Child.ts"],
    rules: { "no-restricted-properties": "off" }
  },
  {
    files: ["**/*.cjs"],
    languageOptions: { globals: { require: "readonly", module: "writable" } },
    rules: { "@typescript-eslint/no-require-imports": "off" }
  }
)
