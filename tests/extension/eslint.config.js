import noUnsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

const rules = {
  "no-undef": "error",
  "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
  "no-eval": "error",
  "no-implied-eval": "error",
  eqeqeq: "error",
  "prefer-const": "error",
};
const languageOptions = {
  ecmaVersion: 2025,
  sourceType: "module",
  globals: { ...globals.browser, ...globals.webextensions, earmark: "writable" },
};

export default [
  { ignores: ["**/node_modules/**"] },
  { files: ["**/*.js", "**/*.mjs"], rules, languageOptions },
  {
    files: ["extension/**/*.js"],
    plugins: { "no-unsanitized": noUnsanitized },
    rules: noUnsanitized.configs.recommended.rules,
  },
];
